// The front page, and the pages for parents, young people, professionals and businesses.
extension StarterText {
    var home: [File] { [("content/index.md", homePage)] }

    var readers: [File] {
        [
            ("content/parents/index.md", parents),
            ("content/parents/danger-now.md", danger),
            ("content/parents/tell.md", tell),
            ("content/young-people/index.md", youngPeople),
            ("content/young-people/my-fault.md", fault),
            ("content/professionals/index.md", professionals),
            ("content/say-something/index.md", businesses),
            ("content/say-something/hotels.md", hotels),
        ]
    }

    private var homePage: String {
        """
        ---
        title: Keep children safe from sexual exploitation
        nav_title: Home
        summary: What to do if you are worried about a child, or about yourself.
        kind: home
        audience: [everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, police, childline, nspcc]
        sources: [dfe-2017]
        # The ways in. Four are plenty: one for each group of readers.
        doors:
          - title: I am worried about a child
            summary: What to do, step by step, for parents, carers and neighbours.
            to: parents/index.md
          - title: I am a young person
            summary: Straight answers, from people who are on your side.
            to: young-people/index.md
          - title: I work with children
            summary: What to look for, who to tell, and training.
            to: professionals/index.md
          - title: I run a business
            summary: What you may see at work, and what to say.
            to: say-something/index.md
        ---
        > [!IMPORTANT]
        > Is a child in danger right now? **Call 999.** You do not need to be sure.

        Child sexual exploitation is abuse. Someone uses their power over a child or young person to get them into
        something sexual. They may give gifts, a lift, a place to stay, or what feels like love. They may use threats.
        It can happen to any child, girl or boy.

        It is never the child's fault. And it can be stopped.

        Someone may look at your phone? Read [how to hide your visit](about/safety.md).

        """
    }

    private var parents: String {
        """
        ---
        title: Worried about a child
        nav_title: Parents and carers
        summary: What parents, carers, family and neighbours can do, one step at a time.
        kind: section
        lists: step
        audience: [parents, everyone]
        order: 1
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, police, nspcc]
        sources: [dfe-2017]
        ---
        You know your child best. If something feels wrong, trust that. You do not need proof, and you will not waste
        anybody's time.

        ```{checklist}
        title: You may notice
        style: signs
        items:
          - New things that they cannot explain, such as clothes, money or a second phone
          - Going missing, or coming home late and not saying where they were
          - New friends whom you never meet, or who are older
          - Being secretive, angry, sad or afraid
          - Always on the phone, and hiding the screen
        ```

        One sign alone proves nothing. It is a reason to ask, and to tell someone.

        """
    }

    private var danger: String {
        """
        ---
        title: Check if the child is in danger now
        nav_title: "1. Danger now"
        summary: When to call 999, and what to do while you wait.
        kind: step
        number: 1
        audience: [parents, everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, police]
        do_now:
          - Call 999 if the child is hurt, held, threatened, or with someone who may hurt them.
          - Call 999 if they are missing and you fear for them.
          - Say the word "exploitation". It helps the police to send the right people.
        do_next:
          - Ask for the name and number of the person you speak to.
          - Send the child one short, kind message. They are not in trouble.
          - Keep clothes, phones and bedding as they are. Do not wash them.
        afterwards: The police make sure that the child is safe. Questions come later.
        ---
        Not sure if it is urgent? Call anyway. The person who answers will help you to decide. If it can wait, go to
        [step 2](tell.md).

        > [!CAUTION]
        > Do not go to find the person on your own. It can put the child in more danger, and you too.

        """
    }

    private var tell: String {
        """
        ---
        title: Tell someone who can act
        nav_title: "2. Tell"
        summary: Who to call when nobody is in danger right now, and how to say it.
        kind: step
        number: 2
        audience: [parents, everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        # Add your own front door here, in front of the others.
        contacts: [police, nspcc]
        do_now:
          - Write down what you saw, when and where. Use the child's own words.
          - Call. Say "I am worried that a child is being sexually exploited."
        do_next:
          - Ask three things. What happens now? Who will call me? When?
          - Tell the safeguarding lead at school. Every school has one.
        # Say here what your own front door does, and by when.
        afterwards: A trained worker reads what you said and decides what to do next. If you hear nothing, call again.
        ---
        You can leave your name out. If you are afraid of someone, say so at the start.

        """
    }

    private var youngPeople: String {
        """
        ---
        title: For young people
        nav_title: Young people
        summary: Straight answers about sexual exploitation, from people who are on your side.
        kind: section
        lists: young-people
        audience: [young-people, everyone]
        order: 2
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [childline]
        ---
        > [!IMPORTANT]
        > In danger right now? **Call 999.**

        You are not in trouble. You don't have to be sure. You don't have to tell anyone your name to read this.

        Want to talk? **Childline** is free: call 0800 1111.

        Someone might check your phone? Read [how to hide your visit](../about/safety.md).

        """
    }

    private var fault: String {
        """
        ---
        title: Is this my fault?
        summary: No. Here is why, even if you said yes, took the money or went back.
        kind: young-people
        question: Is this my fault?
        audience: [young-people, everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [childline]
        sources: [dfe-2017, sexual-offences-act]
        ---
        **No.** It is the fault of the person who did it. All of it.

        **I said yes?** A yes is only real if you were free to say no.

        **I took the gifts?** They gave you things so that you would feel this way. That is how it works.

        **I went back?** Many people do. You may have been afraid not to.

        **I love them?** Your feelings are real. What they did is still wrong.

        If you are under 18, it is a crime for someone to exploit you. The law is there to protect you.

        """
    }

    private var professionals: String {
        """
        ---
        title: For people who work with children
        nav_title: Professionals
        summary: What to look for, who to tell, and how to write it down.
        kind: section
        audience: [professionals, schools]
        order: 3
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, police]
        sources: [dfe-2017]
        ---
        > [!IMPORTANT]
        > Is a child in danger now? Call 999. You do not need a manager's permission.

        ```{steps}
        items:
          - title: Notice
            text: Look at who holds the power, and how they use it. Boys are exploited too.
          - title: Tell
            text: Tell your safeguarding lead the same day. Follow your own agency's procedures.
          - title: Record
            text: "Write what you saw and heard, in the child's own words, without blame."
        ```

        Never send the details of a child through a website or a form that you found online.

        See [the definition in force](../definitions/2017.md) and [our training](../training/index.md).

        """
    }

    private var businesses: String {
        """
        ---
        title: Say something if you see something
        nav_title: For businesses
        summary: What staff of hotels, taxis, pubs and takeaways may see, and what to do about it.
        kind: section
        lists: premises
        audience: [businesses, everyone]
        order: 4
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, police]
        sources: [say-something-campaign]
        # Pages for taxis, pubs and takeaways are made like hotels.md. Copy it, and change `sector:`.
        ---
        People who exploit children need rooms, rides, drinks and food. You may see what nobody else sees. You do not
        have to prove it. You only have to say something.

        """
    }

    private var hotels: String {
        """
        ---
        title: Hotels and guest houses
        nav_title: Hotels
        summary: What front desk, night and cleaning staff may notice.
        kind: premises
        sector: hotels
        audience: [businesses, everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        sources: [say-something-campaign]
        signs:
          - An adult books a room for a young person whom they do not seem to know well.
          - A young person looks scared, drunk, drugged or lost.
          - Many people go to one room, for a short time each.
          - Guests will not let staff in to clean, for days.
        say:
          - "\\"Hi, are you OK? Do you need anything?\\""
          - "\\"I need to see ID for everyone in the room. It is our rule.\\""
        call: [police-emergency, police]
        # The poster prints on a page of its own.
        poster:
          headline: You gave them a key. Did you look at the child?
          lines:
            - Ask for ID for everyone. It is normal.
            - Happening now? Call 999.
            - Not sure? Call 101.
        ---
        If a child is in danger now, call 999. Do not go into the room.

        """
    }
}
