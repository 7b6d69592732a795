// The files of `data/`.
extension StarterText {
    var data: [File] {
        [
            ("content/data/agencies.yaml", Self.agencies),
            ("content/data/contacts.yaml", Self.contacts),
            ("content/data/glossary.yaml", Self.glossary),
            ("content/data/sources.yaml", Self.sources),
            ("content/data/training.yaml", Self.framework),
        ]
    }

    private static let agencies = """
        # The organisations of your partnership. These three share the duty in law.
        # Change the names to those that people know. Leave an id as it is once other files use it.
        - id: council
          name: The council
          kind: council
        - id: police
          name: The police
          kind: police
        - id: health
          name: The health service
          kind: health
        # - id: schools
        #   name: Schools and colleges
        #   kind: education
        #   url: https://www.example.org/

        """

    private static let contacts = """
        # Who to call. Ring every number before you publish it. Then write down the day.
        - id: police-emergency
          name: Police – emergency
          kind: emergency
          summary: A child is in danger now, or a crime is going on.
          phone: "999"
          verified_on: \(checked)
        - id: police
          name: Police – not an emergency
          kind: local
          summary: Tell the police what you know when nobody is in danger right now.
          phone: "101"
          verified_on: \(checked)
        - id: childline
          name: Childline
          kind: helpline
          summary: For children and young people. Talk about anything that worries you.
          phone: 0800 1111
          url: https://www.childline.org.uk/
          verified_on: \(checked)
        - id: nspcc
          name: NSPCC Helpline
          kind: helpline
          summary: For adults who are worried about a child.
          phone: 0808 800 5000
          email: help@nspcc.org.uk
          url: https://www.nspcc.org.uk/
          verified_on: \(checked)
        # Your own front door. Take the # away, fill in the number, and add `front-door` to `contacts:` at the top
        # of the pages that should show it, and to `helplines:` in signpost.yaml.
        # - id: front-door
        #   name: Children's services
        #   kind: local
        #   summary: Tell us when you are worried about a child. You do not have to be sure.
        #   phone: 01632 960001
        #   verified_on: \(checked)

        """

    private static let glossary = """
        # Words that may need explaining. Pages that use one of them explain it at their foot.
        - id: cse
          term: child sexual exploitation
          meaning: Sexual abuse in which someone uses their power over a child. The child is given something, or the abuser gains.
          also: [CSE, sexual exploitation]
        - id: grooming
          term: grooming
          meaning: Winning a child's trust in order to abuse them. It can be quick or slow, online or face to face.
          also: [groom, groomed]
        - id: consent
          term: consent
          meaning: Saying yes because you want to, when you are free to say no. A child cannot consent to abuse.
        - id: safeguarding-lead
          term: designated safeguarding lead
          meaning: The person in a school or college who leads on keeping children safe. Every school has one.
          also: [DSL, safeguarding lead]

        """

    private static let sources = """
        # Where your facts come from. Write pages in your own words, and name the source at the top of the page.
        - id: dfe-2017
          title: "Child sexual exploitation: definition and guide for practitioners"
          publisher: Department for Education
          year: 2017
          url: https://www.gov.uk/government/publications/child-sexual-exploitation-definition-and-guide-for-practitioners
          accessed: \(checked)
          note: The definition in force in England.
        - id: sexual-offences-act
          title: Sexual Offences Act 2003
          publisher: UK Parliament
          year: 2003
          url: https://www.legislation.gov.uk/ukpga/2003/42/contents
          accessed: \(checked)
        - id: say-something-campaign
          title: Say Something if You See Something
          publisher: NWG Network and The Children's Society
          year: 2013
          note: The national campaign that began with hotels.

        """

    private static let framework = """
        # The words that courses, people and champions are sorted by, and how many champions you want.
        levels:
          - id: introductory
            title: Introductory
            summary: For everyone. Notice the signs, tell the right person, write it down.
          - id: intermediate
            title: Intermediate
            summary: For people who work with children. Assess, plan and work together.
          - id: advanced
            title: Advanced
            summary: For champions and trainers. Lead in your own workplace.
        role_groups:
          - { id: practitioner, title: "People who work directly with children" }
          - { id: safeguarding-lead, title: "Designated safeguarding leads" }
          - { id: business, title: "Staff of hotels, taxi firms, pubs and takeaways" }
          - { id: other, title: "Everyone else" }
        site_kinds:
          - { id: school, title: "Schools and colleges" }
          - { id: health, title: "Health sites" }
          - { id: office, title: "Offices and teams" }
          - { id: community, title: "Community and voluntary groups" }
        champions: { target: 20, days_per_year: 6 }
        # agency_targets:
        #   - { agency: council, target: 8 }

        """
}
