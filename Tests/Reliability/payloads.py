"""Texts that run a script wherever somebody forgot to escape. Each calls `ran()`, which the checks listen to.

They are generated from a small grammar: what breaks out of the place where the text stands, and what runs then.
"""
from __future__ import annotations

# How a text leaves an attribute, an element, a comment, a script, a CDATA section or a template.
BREAKS = ("", "\"", "'", "\">", "'>", ">", "-->", "--!>", "]]>", "</title>", "</textarea>", "</script>", "</style>",
          "</noscript>", "</template>", "</svg>", "\"/>", "` ", "\u2028", "&quot;>", "&#34;&gt;", "\\\"", "\\'", "}}", "${", "</p>")

# What runs.
ELEMENTS = (
    "<script>ran()</script>", "<SCRIPT>ran()</SCRIPT>", "<script/x>ran()</script>", "<script\n>ran()</script>",
    "<img src=x onerror=ran()>", "<img/src=x/onerror=ran()>", "<IMG SRC=x ONERROR=\"ran()\">",
    "<svg onload=ran()>", "<svg/onload=ran()>", "<svg><script>ran()</script></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>", "<math><mtext><script>ran()</script></mtext></math>",
    "<body onload=ran()>", "<details open ontoggle=ran()>", "<video><source onerror=ran()>", "<audio src=x onerror=ran()>",
    "<input onfocus=ran() autofocus>", "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<iframe src=javascript:parent.ran()></iframe>", "<object data=javascript:ran()>", "<embed src=javascript:ran()>",
    "<marquee onstart=ran()>", "<style>@import 'javascript:ran()'</style>", "<style onload=ran()></style>",
    "<link rel=stylesheet href=data:,x onerror=ran()>", "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<base href=javascript:ran()//>", "<form action=javascript:ran()><button autofocus>x</button></form>",
    "<a href=javascript:ran()>x</a>", "<isindex type=image src=x onerror=ran()>", "<template><script>ran()</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">", "<!--><img src=x onerror=ran()>-->",
    "<![CDATA[<img src=x onerror=ran()>]]>", "<?xml version=1?><script>ran()</script>", "<xss id=x tabindex=1 onfocus=ran()>",
    "&lt;script&gt;ran()&lt;/script&gt;", "&#60;script&#62;ran()&#60;/script&#62;", "\\u003cscript\\u003eran()\\u003c/script\\u003e",
    "%3Cscript%3Eran()%3C/script%3E", "\uff1cscript\uff1eran()\uff1c/script\uff1e", "+ADw-script+AD4-ran()+ADw-/script+AD4-",
)

ATTRIBUTES = (" onmouseover=ran() ", " onfocus=ran() autofocus ", " style=animation-name:x onanimationstart=ran() ",
              " onload=ran() ", " srcdoc=<script>parent.ran()</script> ")

ADDRESSES = (
    "javascript:ran()", "JaVaScRiPt:ran()", "java\tscript:ran()", "java\nscript:ran()", " javascript:ran()",
    "\x01javascript:ran()", "javascript&colon;ran()", "javascript&#58;ran()", "&#106;avascript:ran()",
    "javascript://%0aran()", "//evil.example/%0ajavascript:ran()", "data:text/html,<script>parent.ran()</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuKCk8L3NjcmlwdD4=", "vbscript:ran()", "view-source:javascript:ran()",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='ran()'/>", "blob:ran()", "feed:javascript:ran()",
    "https://a.example/\" onclick=\"ran()", "https://a.example/' onclick='ran()", "https://a.example/><script>ran()</script>",
)

# For scripts and data inside of pages, calendars, feeds, templates and spreadsheets.
OTHERS = (
    "\";ran();//", "';ran();//", "\\\";ran();//", "</script><script>ran()//", "{{constructor.constructor('ran()')()}}",
    "{{{ran()}}}", "{{#page}}<script>ran()</script>{{/page}}", "{{> page}}", "${ran()}", "#{ran()}", "<%= ran() %>",
    "\r\nBEGIN:VEVENT\r\nSUMMARY:ran\r\nEND:VEVENT", "\\nATTACH:javascript:ran()", ";VALUE=URI:javascript:ran()",
    "=cmd|'/c calc'!A0", "+1+cmd|'/c calc'!A0", "-1+1", "@SUM(1+1)", "\t=1+1", "\"=1+1\"", "\u202egnp.js",
    "__proto__", "constructor", "]]><script>ran()</script>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\u0000<script>ran()</script>", "\x0b<script>ran()</script>", "\ufeff<script>ran()</script>",
)

ALL: tuple[str, ...] = tuple(dict.fromkeys(
    [text for text in ELEMENTS] + [text for text in ADDRESSES] + [text for text in OTHERS]
    + [leave + element for leave in BREAKS for element in ELEMENTS[:9]]
    + [leave + attribute for leave in ("\"", "'", "`", "&quot;", "\\\"") for attribute in ATTRIBUTES]
))

# What content is allowed to hold at all; the rest is refused where it is written, which other checks look at.
PRINTABLE: tuple[str, ...] = tuple(
    text for text in ALL if all(c >= " " and c not in "\x7f\u2028\u202e\ufeff" for c in text))
