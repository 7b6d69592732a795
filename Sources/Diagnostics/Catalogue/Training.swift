// SP080–SP089: training records.
extension DiagnosticCode {
    static let training: [DiagnosticCode] = [
        personTwiceInRun, moreBookedThanPlaces, runEndsBeforeStart, cancelledRunAttended, championTwice,
    ]

    public static let personTwiceInRun = DiagnosticCode(
        "SP080", "a person stands twice in one run",
        """
        Each person has one line in a run, with what became of their place. With two lines, one person would be \
        counted as two, and the lines may contradict each other. Keep the line that says what happened last.

            attendance:
              - { person: p-0001, status: attended }

        Two people of the same name have two ids in `people.yaml`.
        """)

    public static let moreBookedThanPlaces = DiagnosticCode(
        "SP081", "more people are booked than there are places", severity: .warning,
        """
        Somebody may arrive and find no chair. Raise `places` if the room holds more, or move the last bookings to \
        `status: waiting`. People marked `walk-in` are not counted here: they came without a booking.
        """)

    public static let runEndsBeforeStart = DiagnosticCode(
        "SP082", "a run ends before it starts",
        """
        Times are on the 24-hour clock, and a run ends on the day on which it starts. Most often the end was meant for \
        the afternoon:

            start: "09:30"
            end: "16:30"

        A course over two days is two runs.
        """)

    public static let cancelledRunAttended = DiagnosticCode(
        "SP083", "a cancelled run has people who were there",
        """
        The run is marked `status: cancelled`, and yet people are marked as if it had taken place (`attended`, `part`, \
        `no-show` or `walk-in`). Figures would leave out real training, or count training that never was. Either \
        delete `status: cancelled`, or mark the people `cancelled` too.
        """)

    public static let championTwice = DiagnosticCode(
        "SP084", "a person is listed as a champion twice",
        """
        Each champion has one entry in `champions.yaml`; a second one would be counted as a second champion. A champion \
        who moves to another agency keeps one entry, with the new agency.
        """)
}
