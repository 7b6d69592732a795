// SP220–SP229: how long records may be kept, and what a release rests on.
extension DiagnosticCode {
    static let retention: [DiagnosticCode] = [recordPastItsDate]

    public static let recordPastItsDate = DiagnosticCode(
        "SP220", "a record is past the date until which it may be kept", severity: .warning,
        """
        The record says `keep_until`, and that day has passed. Nobody may keep personal data for longer than they said \
        they would. See who it is about, and then remove them all:

            signpost records prune
            signpost records prune --apply

        A record without a name takes the place of each in runs, so that figures stay as they are. From the day after \
        `keep_until` the person is in no count of staff or champions, and is not named on the site, whether or not \
        the record has been removed yet. If it may be kept for longer, write the new date.
        """)
}
