namespace NewsNlp.Tests.Invariants;

/// <summary>Invented news with most of what real news has, to be mutated.</summary>
internal static class SampleNews
{
    public const string Article =
        """
        Harbour deal in doubt as minister quits

        By Ilse Okonkwo

        PORT LUMEN, Vardania (KNA) — Transport Minister Tomas Reyl resigned on Wednesday (June 4), two days after the 350-million-pound harbour project was halted.

        "I could not defend the figures any longer," Reyl told reporters outside the ministry. "They were wrong, and they'd been wrong since May 2023."

        Prime Minister Adaeze Lindqvist said she accepted his decision, but denied that the project was dead. According to the Vardanian Ports Authority, more than 1,200 workers – about 15 per cent of its staff – may lose their jobs by the end of the year.

        “We won't wait,” said union leader Paul N. Ferreira, 58, who has led the dockers' union for ten years. “If the government doesn’t act, we'll strike on Monday.”

        The U.S.-based contractor, Hollis & Grange Inc., declined to comment. Its shares fell 3.4% to $12.75 on the Oldtown exchange, wiping out S$60m.
        He did not rule out a return. 'Never say never,' the former minister wrote on his website, https://reyl.example/blog, at 10:15 p.m.
        """;
}
