"""Made-up text in three languages: short plain sentences, as a board writes them, from a seeded generator.

Places are put together from syllables, so that the text has rare words as well as common ones: a search index of a
few hundred words would be no test. Nobody in it is real.
"""

from __future__ import annotations

import random

WHO = """a teacher|the youth worker|a school nurse|the night team|a foster carer|the front desk|a bus driver|your child
|a friend|the police officer|a neighbour|the hotel manager|a shop worker|the duty worker|a coach|the school lead
|a parent|the team leader|a taxi driver|an older sister""".replace("\n", "").split("|")
DOES = """listens and stays calm|writes down what was said|calls the duty team|checks the door book|asks one open question
|keeps the message and the time|stays with the child|brings the right form|looks for a second phone|tells the school lead
|finds a quiet room|rings back the same day|reads the old notes first|thanks the child for telling|meets the family at home
|makes a plan with the child|shares only what is needed|notes the car and its plate|offers a warm drink|keeps the promise
|passes it on to the team|learns the signs of grooming|names the worry in plain words|agrees the next step
|walks home with a friend|checks who else may be at risk|keeps the same worker|asks what would help""".replace(
    "\n", ""
).split(
    "|"
)
WHEN = """today|before the end of the day|at once|the next morning|on the phone|after school|at the weekend|in a safe place
|when it is quiet|each week|before the meeting|in the first hour|without delay|at the gate|when others have gone
|with a colleague""".replace(
    "\n", ""
).split(
    "|"
)
IF = """If a child goes quiet|When new gifts appear|If somebody waits in a car|When a phone rings all night|If plans change fast
|When a friend worries you|If you see bruises|When a child goes missing|If a room is paid for in cash|When you are not sure
|If an adult will not leave|When a child says no""".replace(
    "\n", ""
).split(
    "|"
)
ORDER = """listen first|call the team|write it down|tell the school lead|ask how they are|keep the phone safe|stay calm
|trust what you feel|do not wait for proof|note the time|stay near|speak to a colleague|find a safe room""".replace(
    "\n", ""
).split("|")
HEADINGS = """What to look for|Who to tell|What happens next|How we work|What helps|Before you call|After the call
|What we learned|At school|At home|Online|What to write down""".replace("\n", "").split("|")
THINGS = """calls|visits|lessons|talks|letters|walks|checks|plans|groups|meetings|films|posters""".split("|")
FIRST = """ash bri cor dun el fen gar hol ing kes lin mar nor oak pel quar rus sel thorn ul ves wick yar zel
bram clay drum eave fro glen hart ivel jun kirk""".split()
LAST = """beck by combe dale den don field ford gate ham hill hurst ley low mere mouth over port ridge stead ton
vale wade well wick wold worth""".split()
WAYS = "Street Road Lane Way Close Green Hill Park Square Walk".split()

WELSH = """Dywedwch wrth rywun heddiw|Gwrandewch ar y plentyn|Arhoswch yn dawel ac ysgrifennwch y geiriau i lawr
|Nid bai'r plentyn yw hyn byth|Does dim rhaid i chi fod yn siŵr|Ffoniwch y tîm cyn diwedd y dydd
|Mae'r athro yn siarad â'r teulu|Cadwch y neges a nodwch yr amser|Gofynnwch beth fyddai'n helpu
|Peidiwch ag addo ei gadw'n gyfrinach|Mae'r gweithiwr ieuenctid yn gwrando|Dewch o hyd i ystafell ddiogel
|Rhannwch yr hyn sydd ei angen yn unig|Mae rhywun yn ateb bob nos|Darllenwch y camau cyn i chi ffonio""".replace(
    "\n", ""
).split("|")
WELSH_HEADINGS = "Beth i'w wneud|Pwy i'w ffonio|Beth sy'n digwydd nesaf|Yn yr ysgol|Gartref".split("|")
WELSH_PLACE = "yn {}|ger {}|i bobl {}".split("|")
URDU = """آج ہی کسی کو بتائیں|بچے کی بات سنیں|پُرسکون رہیں اور لکھ لیں|قصور کبھی بھی بچے کا نہیں ہوتا|آپ کا پُریقین ہونا ضروری نہیں
|دن ختم ہونے سے پہلے فون کریں|استاد خاندان سے بات کرتا ہے|پیغام اور وقت محفوظ رکھیں|پوچھیں کہ کیا مدد ملے گی
|راز رکھنے کا وعدہ نہ کریں|محفوظ کمرہ تلاش کریں|صرف ضروری بات بتائیں""".replace(
    "\n", ""
).split(
    "|"
)
URDU_HEADINGS = "کیا کریں|کس کو فون کریں|آگے کیا ہوگا|سکول میں|گھر میں".split("|")


class English:
    """Sentences of at most fifteen words: what a reading age of eleven can follow."""

    tag = "en"
    headings = HEADINGS

    def sentence(self, chance: random.Random) -> str:
        who, does, when = chance.choice(WHO), chance.choice(DOES), chance.choice(WHEN)
        match chance.randrange(6):
            case 0:
                return f"{chance.choice(IF)}, {chance.choice(ORDER)}."
            case 1:
                return f"In {place(chance)}, {who} {does}."
            case 2:
                return f"On {place(chance)} {chance.choice(WAYS)}, {who} {does} {when}."
            case 3:
                return f"{chance.choice(IF)} near {place(chance)}, {chance.choice(ORDER)} and {chance.choice(ORDER)}."
            case _:
                return f"{capital(who)} {does} {when}."

    def title(self, chance: random.Random) -> str:
        return f"{capital(chance.choice(WHO))} {chance.choice(DOES)} in {place(chance)}"


class Welsh:
    tag = "cy"
    headings = WELSH_HEADINGS

    def sentence(self, chance: random.Random) -> str:
        there = chance.choice(WELSH_PLACE).format(place(chance))
        return chance.choice(WELSH) + (f" {there}." if chance.randrange(2) else ".")

    def title(self, chance: random.Random) -> str:
        return f"{chance.choice(WELSH)} yn {place(chance)}"


class Urdu:
    tag = "ur"
    headings = URDU_HEADINGS

    def sentence(self, chance: random.Random) -> str:
        return chance.choice(URDU) + ("، " + chance.choice(URDU) if chance.randrange(2) else "") + "۔"

    def title(self, chance: random.Random) -> str:
        return f"{chance.choice(URDU)} {chance.randrange(1000)}"


LANGUAGES = {"en": English(), "cy": Welsh(), "ur": Urdu()}


def place(chance: random.Random) -> str:
    middle = chance.choice(FIRST) if chance.randrange(3) == 0 else ""
    return (chance.choice(FIRST) + middle + chance.choice(LAST)).capitalize()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentences(language, chance: random.Random, count: int) -> str:
    return " ".join(language.sentence(chance) for _ in range(count))


def short(language, chance: random.Random) -> str:
    """A sentence without its full stop, for lists and summaries."""
    return language.sentence(chance).rstrip(".۔")
