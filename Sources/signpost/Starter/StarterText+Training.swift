// The pages about training: the folder, one track, one course, and the calendar.
extension StarterText {
    var training: [File] {
        [
            ("content/training/index.md", trainingPage),
            ("content/training/introductory.md", track),
            ("content/training/awareness.md", course),
            ("content/training/calendar.md", calendar),
        ]
    }

    private var trainingPage: String {
        """
        ---
        title: Training
        summary: Courses for everyone who works or volunteers with children.
        kind: section
        audience: [professionals, schools, businesses, everyone]
        order: 5
        owner: Partnership manager
        review_by: \(reviewBy)
        ---
        Worried about a child today? Do not wait for a course. [Start here](../parents/index.md).

        Everyone begins with [level 1](introductory.md). All dates are in [the calendar](calendar.md).

        """
    }

    private var track: String {
        """
        ---
        title: "Level 1: introductory"
        nav_title: Level 1
        summary: For everyone. Notice the signs, tell the right person, write it down.
        kind: track
        level: introductory
        audience: [professionals, schools, businesses, everyone]
        order: 1
        owner: Partnership manager
        review_by: \(reviewBy)
        for:
          - Everyone who works or volunteers with children, in any job
        outcomes:
          - You can say what child sexual exploitation is, and that it is abuse.
          - You can name signs, in girls and in boys.
          - You know who to tell, and you tell them the same day.
        # The pages of its courses, in order.
        courses: [training/awareness.md]
        refresher: A short update every year, and the full course every two years.
        ---
        You need nothing before you come. Some of it is hard to hear, and you can step out at any time.

        """
    }

    private var course: String {
        """
        ---
        title: "CSE awareness: notice, tell, record"
        nav_title: CSE awareness
        summary: Three hours for everyone who works with children.
        kind: course
        # Runs of the course name it by this code. A run is a file in records/runs/ with one date of the course.
        code: cse-aware
        level: introductory
        audience: [professionals, schools, everyone]
        order: 2
        owner: Partnership manager
        review_by: \(reviewBy)
        aim: To help you to notice exploitation, tell the right person the same day, and record it well.
        hours: 3
        format: classroom
        for: [Everyone who works or volunteers with children]
        covers:
          - The definition in force, and how power works
          - Warning signs, online and face to face
          - What exploitation does to a child and a family
          - How to refer
          - How to record what you see, without blame
        refresher_months: 24
        sources: [dfe-2017]
        # Add how to book, and what to do when somebody cannot come.
        ---
        If you have to leave early, you will need to come again. Tell us before the day if you need sign language, large
        print, or a seat near the door.

        """
    }

    private var calendar: String {
        """
        ---
        title: Training calendar
        nav_title: Calendar
        summary: Every course date to come, with places left.
        kind: calendar
        audience: [professionals, schools, businesses, everyone]
        order: 3
        owner: Partnership manager
        review_by: \(reviewBy)
        ---
        Times are UK times. You can add the dates to your own calendar.

        """
    }
}
