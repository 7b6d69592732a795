// SP160–SP179: what training records say about staff, trainers and evaluations.
extension DiagnosticCode {
    static let records: [DiagnosticCode] = [
        mergedRecord, headcountTwice, evaluationTwice, trainerTwice, trainersInCircle, trainerNotValid,
        canaryTooPlain,
    ]

    public static let mergedRecord = DiagnosticCode(
        "SP160", "a record is said to be the same as one that cannot stand for it",
        """
        `same_as` names the record that stays when two are of one person. That record must be another one, and must not \
        itself be `same_as` a third.

            - { id: p-0007, name: "Jo Candlepondle", agency: police, role_group: practitioner }
            - { id: p-0412, name: "Joanne Candlepondle", agency: police, role_group: practitioner, same_as: p-0007 }

        With three records of one person, two of them name the third.
        """)

    public static let headcountTwice = DiagnosticCode(
        "SP161", "a number of staff is given twice",
        """
        Each group of staff of an agency has one number, or one for each kind of place they work at. With two numbers \
        nobody knows which is right, and with a number for all beside one for some, people are counted twice.

            headcount:
              as_at: 2026-04-01
              staff:
                - { role_group: practitioner, site_kind: secondary, people: 120 }
                - { role_group: practitioner, site_kind: primary, people: 310 }
                - { role_group: leader, people: 42 }
        """)

    public static let evaluationTwice = DiagnosticCode(
        "SP162", "a run has two files of evaluations",
        """
        A file in `evaluations/` has the name of its run, and holds the forms of before, after and later. Two files of \
        one name in two folders are for the same run. Put all forms into one of them and delete the other.
        """)

    public static let trainerTwice = DiagnosticCode(
        "SP163", "a person is listed as a trainer twice",
        """
        Each trainer has one entry in `trainers.yaml`, with the training that counts now. When somebody is trained \
        again, change `trained`, `trained_by` and `valid_to`.
        """)

    public static let trainersInCircle = DiagnosticCode(
        "SP164", "trainers trained each other in a circle",
        """
        `trained_by` says who trained a trainer. Following it from entry to entry must end with somebody who was \
        trained elsewhere and has no `trained_by`. Here it comes back to where it started, so one entry is wrong.
        """)

    public static let trainerNotValid = DiagnosticCode(
        "SP165", "a run is given by a trainer who may not give it", severity: .warning,
        """
        The trainer of the run is listed in `trainers.yaml`, but on the day of the run they are not yet trained to \
        train, or their `valid_to` has passed, or the course is not among their `courses`. Either somebody else gave \
        the run, or the entry needs to be renewed.

        Trainers who are not listed are not checked: a board can do without the list.
        """)

    public static let canaryTooPlain = DiagnosticCode(
        "SP166", "a canary is too short to be told from other words",
        """
        The words of a canary are looked for in every file of the finished site, in any case and with anything between \
        them. They have at least eight letters and digits, and stand nowhere else: a name that nobody has, a number \
        that nobody uses.

            - { id: closed-minutes, text: Quillon Hartebrand, planted: minutes of the closed part, 2026 }
        """)
}
