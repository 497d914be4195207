using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>What studies of people found about these veins and multiple sclerosis, in fixed words.</summary>
/// <source choice="the project's rules on wording; every number below names its study"/>
internal static class EvidenceStatement
{
    /// <summary>Writes the section; the same for every run.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        page.Sentences("p", """
            Azygos exists to weigh one claim: that narrowed veins of the neck and chest (chronic cerebrospinal venous
            insufficiency, CCSVI) cause or worsen multiple sclerosis (MS). **No simulation can settle that.** The
            studies of people below can; this is a curated set, not a systematic review, and most were read as
            abstracts.
            """);
        page.Bullets(Claim, Association, Cause, Treatment, Harm);
        page.Sentences("p", """
            This page cannot tell you what to do. **It is research software; it gives no medical advice. It simulates;
            it does not diagnose.** Do not stop or change a treatment of MS because of this page; talk to your MS team
            first.
            """, "notice");
    }

    private const string Claim = """
        **The claim.** In 2009 a study of 65 people with MS and 235 mixed controls reported each of five venous
        criteria in 37 to 71 % of the people with MS and in 0 to 11 % of the controls ([Zamboni
        2009](https://doi.org/10.1136/jnnp.2008.157164)).
        """;

    private const string Association = """
        **Association: cannot say yet.** All studies together suggest a link; the careful, blinded studies do not show
        one clearly. The largest study, with blinded central reading: 38 of 1,165 people with MS, 8 of 376 healthy
        people, odds ratio 1.55 (0.72 to 3.36) ([Comi 2013](https://doi.org/10.1177/1352458513501231)). Pooled over 19
        studies: odds ratio 8.35 (3.44 to 20.31), with the most cautious exclusions 1.35 (0.62 to 2.93) ([Tsivgoulis
        2014](https://doi.org/10.1177/1756285613499425)); no prediction interval was seen. These pooled odds ratios are
        probably biased towards an association: several studies that found no link gave no numbers to pool.
        """;

    private const string Cause = """
        **Cause: not shown.** HYPOTHESIS: any effect of veins on MS, and any iron that they would bring. Azygos
        computes no effect on MS, and iron only where a case asks for that hypothesis. Iron is raised in MS; nobody has shown that it comes from the veins.
        """;

    private const string Treatment = """
        **Treatment: no benefit was shown; a small benefit is not excluded.** Three trials compared a balloon with a
        sham procedure ([Siddiqui 2014](https://doi.org/10.1212/WNL.0000000000000638), [Traboulsee
        2018](https://pubmed.ncbi.nlm.nih.gov/30266886/), [Zamboni 2018](https://pubmed.ncbi.nlm.nih.gov/29150995/);
        reviewed by [Cochrane 2019](https://doi.org/10.1002/14651858.CD009903.pub3)). The largest: improved 41.7 % with
        balloon, 48.7 % with sham, odds ratio 0.75 (0.34 to 1.68).
        """;

    private const string Harm = """
        **Harm: serious harm has happened, and people have died.** Reported to the United States regulator (FDA 2012,
        2017), it is not known how often: death, stroke, a stent that came loose or moved, damage to the vein, blood
        clots, cranial nerve damage, abdominal bleeding. Among 462 treated people in Italy, 15 had a severe adverse
        event (3.2 %, 1.8 to 5.3 %) ([Ghezzi 2013](https://doi.org/10.1007/s10072-013-1300-5)). Serious events in
        trials: 5 of 49 with balloon and 1 of 55 with sham (Traboulsee 2018; a second account calls them unrelated to
        the procedure); 0 of 76, so that up to 47 in 1,000 is possible (Zamboni 2018). Most other numbers come from the
        teams that did the procedure, so the true risk may be higher.
        """;
}
