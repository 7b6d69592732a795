import CivilTime
import Testing

@testable import Governance

struct WrittenPeriodTests {
    @Test(arguments: [
        ("2015", "2015"), ("2015/16", "2015 to 2016"), ("2015–2018", "2015 to 2018"), ("2015-16", "2015 to 2016"),
        ("2012 to 2015", "2012 to 2015"), ("April 2015", "April 2015"),
        ("Quarter 1 (April-June 2015)", "April 2015 to June 2015"),
        ("Quarter 3 (October – December 2015)", "October 2015 to December 2015"),
        ("Nov to Jan 2016", "November 2015 to January 2016"), ("Sept 2015", "September 2015"),
        ("April 2015 – March 2016", "April 2015 to March 2016"), ("Financial year 2015/16", "2015 to 2016"),
    ])
    func `a heading that tells a period is read`(_ heading: String, _ period: String) {
        #expect(WrittenPeriod(heading: heading)?.description == period)
    }

    @Test(arguments: [
        "Quarter 1", "Total", "", "Before April 2015", "2015/16 in per cent", "16-17", "Ages 10 to 15", "March",
        "2016/15",
        "2015/16 and 2016/17", "Room 2015b", "April 2016 – March 2015",
    ])
    func `of any other heading nothing is known`(_ heading: String) {
        #expect(WrittenPeriod(heading: heading) == nil)
    }

    @Test(arguments: [
        ("Multi-agency strategy 2015- 2018", true), ("Strategy for 2015–18", true), ("Requests since 2015", false),
        ("Plans of 2012 and of 2015/16", false),
    ])
    func `a title tells the one period in it`(_ title: String, _ isRead: Bool) {
        #expect((WrittenPeriod(title: title) != nil) == isRead)
    }

    @Test(arguments: [
        ("2015/16", "2015-04-01", "2015-06-30", true), ("2015/16", "2015-01-01", "2015-03-31", false),
        ("2015/16", "2016-06-01", "2016-08-31", true), ("2015/16", "2016-09-01", "2016-09-30", false),
        ("2015", "2015-01-01", "2015-03-31", true), ("2015 to 2016", "2015-01-01", "2015-01-31", true),
        ("2015-2018", "2018-10-01", "2018-12-31", true), ("April to June 2015", "2015-06-01", "2015-06-30", true),
        ("April to June 2015", "2015-07-01", "2015-07-31", false),
    ])
    func `days lie in a period or not`(_ heading: String, _ from: String, _ to: String, _ isIn: Bool) throws {
        let period = try #require(WrittenPeriod(heading: heading))
        #expect(period.covers(try #require(CivilDate(iso: from)), try #require(CivilDate(iso: to))) == isIn)
    }
}
