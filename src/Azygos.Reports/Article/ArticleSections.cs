// Reason for length: the words of the whole article stand together, as their reader meets them.
using Azygos.Evidence.Claims;
using Azygos.Reports.Evidence;

namespace Azygos.Reports.Article;

/// <summary>A section of the article.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Body">Writes it.</param>
internal sealed record ArticleSection(string Id, string Heading, Action<ArticleWriter, ReportMaterial> Body);

/// <summary>The article in the order in which a reader asks. Every number is a place that the base fills.</summary>
/// <remarks>Short sentences, plain words. What may be said of a claim is bound to its verdict.</remarks>
internal static class ArticleSections
{
    private const string TooHigh =
        "This average is probably too high. Several studies that found no link gave no numbers we "
        + "could use.";

    /// <summary>All sections.</summary>
    public static IReadOnlyList<ArticleSection> All { get; } =
    [
        new("short", "The short answer", Short), new("what", "What CCSVI is said to be", What),
        new("symptoms", "Symptoms, and how it is said to work", Symptoms), new("treatment", "The treatment", Treatment),
        new("harms", "Surgery, and its harms", Harms), new("link", "The link to MS", Link),
        new("debate", "The debate", Debate), new("conflict", "Why the studies disagree", Conflict),
        new("research", "What research goes on", Research),
            new("after", "If you already had a balloon or a stent", After),
        new("questions", "Questions to ask a doctor", Questions),
            new("notes", "Notes on the article we started from", Notes),
        new("numbers", "Where the numbers come from", Numbers),
    ];

    private static void Short(ArticleWriter text, ReportMaterial material)
    {
        (string Claim, string Question)[] asked =
        [
            ("association", "Is CCSVI seen more often in people with MS?"),
                ("diagnosis", "Can a test tell who has CCSVI?"),
            ("mechanism", "Do blocked veins cause MS?"), ("symptoms", "Do worse veins go with worse MS?"),
            ("efficacy", "Does opening the veins help with MS?"), ("harm", "Can opening the veins do serious harm?"),
        ];
        using (text.Page.In("dl", ("class", "answers")))
            foreach ((string claim, string question) in asked)
                if (material.Synthesis.Claim(claim) is { } judged)
                {
                    using (text.Page.In("div"))
                    {
                        text.Page.Element("dt", question);
                        text.Element("dd", "verdict", $"{{verdict {claim}}}");
                        text.Element("dd", null,
                            [.. ClaimSentences.For(claim, judged.Finding.Judgement.Verdict)]);
                    }
                }
        text.Paragraph("The answers come from fixed rules. No person can change a single answer.",
            "The rules were written when the studies were known.");
    }

    private static void What(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("CCSVI is short for chronic cerebrospinal venous insufficiency.",
            "It means that blood is said to drain too slowly from the brain and the spinal cord.",
            "The cause is said to be narrow or blocked veins in the neck and the chest.");
        text.Paragraph("MS is short for multiple sclerosis.", "It harms the brain and the spinal cord.",
            "In {prevalence/Zamboni2009/year} a team in Italy wrote that the veins may be behind MS.",
            "They had tested {prevalence/Zamboni2009/n_ms} people with MS.",
            "They also tested {prevalence/Zamboni2009/n_hc} other people, of mixed kind.");
        text.Paragraph("{?prevalence/Zamboni2009}They used an ultrasound test and looked for five signs.",
            "A person with at least two of the signs was said to have CCSVI.",
            "{?prevalence/Zamboni2009}Their paper says that the tests were done blind. Later texts dispute this.");
    }

    private static void Symptoms(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("People with MS may feel very tired.", "They may have weak legs, poor balance or pain.",
            "Sight, mood and thinking can get worse too.", "Some people hoped that their veins were the reason.");
        Say(text, material, "symptoms", "Do worse veins go with worse MS? Our verdict: {verdict symptoms}.");
        text.Paragraph("On disability, {for disability} groups of patients speak for a link.",
            "And {against disability} groups speak against it.");
        text.Element("h3", null, "How it is said to work");
        text.Paragraph("HYPOTHESIS: this is an idea, not a finding.", "It is a chain.",
            "Blood flows back toward the brain.", "Less oxygen reaches the nerves.",
            "Iron from the blood stays in the brain.", "All this would harm the nerves.");
        Say(text, material, "mechanism", "Do blocked veins cause MS? Our verdict: {verdict mechanism}.");
        text.Paragraph("We count {against mechanism} groups of patients that speak against the chain.",
            "We count {for mechanism} that speak for it.", "And {neutral mechanism} speak neither way.");
    }

    private static void Treatment(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("The treatment tries to open the veins.", "A doctor puts a thin tube into a vein.",
            "Then a small balloon is blown up where the vein is narrow.",
            "At times a stent is left there. A stent is a small tube of metal mesh.");
        Say(text, material, "efficacy", "Does it help with MS? Our verdict: {verdict efficacy}.");
        text.Paragraph("A fair test needs a sham procedure.", "Some people get the real thing. Others get a fake one.",
            "Nobody in the trial knows who got which.", "There are {counted efficacy} such trials in our list:");
        text.List("PREMiSe, printed in {trials/T008/year}, with {trials/T008/n_randomised} people.",
            "A trial in Canada, printed in {trials/T016/year}, with {trials/T016/n_randomised} people.",
            "Brave Dreams, printed in {trials/T001/year}, with {trials/T001/n_randomised} people.");
        text.Paragraph("With the balloon, {in1000 trials/T001/treated_value} out of 1,000 people got better.",
            "With the sham, it was {in1000 trials/T001/control_value} out of 1,000 people.",
            "The odds ratio was {trials/T001/benefit_estimate}. At one, both are alike.",
            "The range that fits goes from {trials/T001/benefit_low} to {trials/T001/benefit_high}.");
        text.Paragraph("People felt better after it. Without a comparison group we cannot know why.",
            "Feeling less tired was the main case.", "{?trials/T024}In a registry in Canada, people were asked twice.",
            "At first, {in1000 trials/T024/treated_value} out of 1,000 treated people felt better.",
            "Later, it was {in1000 trials/T024/treated_value#2} out of 1,000.");
        text.Notice("Stents in the veins of the brain are also used for raised pressure in the head (IIH).",
            "That is a different disease, other veins and a measured pressure difference.",
                "It is not evidence for CCSVI.");
    }

    private static void Harms(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("Many call the treatment surgery. It is mostly a thin tube through a vein.");
        Say(text, material, "harm", "Can it do serious harm? Our verdict: {verdict harm}.");
        text.Paragraph("In the trial in Canada, {safety/S016/n_events of denominator} people had a serious event "
            + "with the balloon.",
            "With the sham, it was {trials/T015/control_value}.",
            "{?safety/S016}A second account says that these events had nothing to do with the procedure.");
        text.Paragraph("In Brave Dreams, {safety/S017/n_events of denominator} people had a serious event.",
            "Up to {upper S017} in 1,000 people is possible.");
        HarmTables.Write(text, material);
    }

    private static void Link(ArticleWriter text, ReportMaterial material)
    {
        Say(text, material, "association",
            "Is CCSVI seen more often in people with MS? Our verdict: {verdict association}.");
        text.Paragraph("One number for a link is the odds ratio.", "At one, there is no link.",
            "Above one, the signs were seen more often in people with MS.");
        text.Paragraph("For all {pool studies} studies, the average is {pool ratio}.",
            "The range that fits goes from {pool range}.", "{?next wide}One more study could find almost anything.",
            "Its true value may lie from {pool next}.", TooHigh);
        text.Paragraph("For the {low-risk studies} careful, blinded studies, the average is {low-risk ratio}.",
            "The range that fits goes from {low-risk range}.", TooHigh);
        if (ArticleFigure.Of(material) is { } figure)
            text.Page.Figure(figure, "The thin line is one: no link. These averages are probably too high.",
                ArticleFacts.Report + "#made-pool");
        text.Paragraph("Blinded means that the tester did not know who has MS.",
            "A link alone would not show that veins cause MS.");
    }

    private static void Debate(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("The news spread fast after {prevalence/Zamboni2009/year}.",
            "{?prevalence/Zamboni2009}Many people with MS asked for the procedure.",
            "One series of patients alone had {safety/S007/n_procedures} procedures.",
            "Then came reports of harm, and studies that found little.");
        text.Paragraph("Health bodies and MS groups spoke up.",
            "What they said is not evidence, so we do not count it.",
            "We list it by date.");
        StatementList.Write(text, material);
    }

    private static void Conflict(ArticleWriter text, ReportMaterial material)
    {
        text.Element("h3", null, "The test is hard to repeat");
        Say(text, material, "diagnosis", "Can a test tell who has CCSVI? Our verdict: {verdict diagnosis}.");
        text.Paragraph("{?criteria/C036}One study scored how well two examiners agree.",
            "{?criteria/C036}One is full agreement, and zero is chance.",
            "The score was {criteria/C036/value}.",
            "The range that fits goes from {criteria/C036/ci_low} to {criteria/C036/ci_high}.");
        text.Paragraph("{?criteria/C081}In another study, a second test looked into the veins.",
            "It found the problem in {criteria/C081/n_pos of n_total} people.",
            "In a third study, {criteria/C089/n_pos of n_total} healthy people had one of the signs or more.");
        text.Element("h3", null, "Who knows what");
        text.Paragraph("A tester who knows who has MS may see more.",
            "{?contrast below one}Blinded studies found less than the rest, on average.",
            "The ratio of the two is {contrast}.", "The range that fits goes from {contrast range}.",
            "{?contrast holds one}So it could still be chance.",
            "In {contrast silent} of the studies, the text does not say.");
        text.Element("h3", null, "Studies that people talk about");
        text.List(
            "Italy, {prevalence/Zamboni2009/year}: the signs were seen in {prevalence/Zamboni2009/ms_pos of n_ms} "
                + "people with "
                + "MS and in {prevalence/Zamboni2009/hc_pos of n_hc} others. We have both counts second-hand.",
            "Buffalo, {prevalence/Zivadinov2011/year}: {prevalence/Zivadinov2011/ms_pos of n_ms} people with MS and "
                + "{prevalence/Zivadinov2011/hc_pos of n_hc} healthy people.",
            "Canada, {prevalence/Rodger2013/year}, a study of about a hundred people: {prevalence/Rodger2013/ms_pos "
                + "of n_ms} people "
                + "with MS and {prevalence/Rodger2013/hc_pos of n_hc} others. We have these counts from the press.",
            "Italy, {prevalence/Comi2013/year}, the largest study, read by blinded experts: "
                + "{prevalence/Comi2013/ms_pos of n_ms} "
                + "people with MS and {prevalence/Comi2013/hc_pos of n_hc} healthy people.");
        text.Element("h3", null, "What we could not read");
        text.Paragraph("Our list has {rows} rows on how common CCSVI is.",
            "In {rows not seen} of them we did not see the numbers.",
            "We believe that most of those found nothing.");
    }

    private static void Research(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("In {published-meta-analyses/M012/year} a review looked for fair trials of the treatment.",
            "It found {published-meta-analyses/M012/n_studies} trials with {published-meta-analyses/M012/n_total} "
                + "people.",
            "In {published-meta-analyses/M010/year} another review put together "
                + "{published-meta-analyses/M010/n_studies} studies "
                + "of the link.");
        text.Paragraph("The newest work in our list is from {last year}.", "Nothing after that was found by us.",
            "That is no proof of absence.");
    }

    private static void After(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("Many people had this done.", "If you feel well, you do not need to panic.",
            "Tell your MS team and your doctor.");
        text.Paragraph("Do not stop blood thinners on your own.",
            "Ask for your procedure report, and where each stent is.");
        using (text.Page.In("div", ("class", "emergency")))
        {
            text.Paragraph("Call emergency services for chest pain, trouble breathing, fainting, a sudden bad "
                + "headache, new "
                + "weakness, or trouble with sight or speech.");
            text.Paragraph("See a doctor soon for new swelling or pain in the neck, or an arm.");
            text.Element("p", "note", "This list is ours. A doctor has to check it before this page goes out.");
        }
        text.Paragraph("There is no agreed rule that a stent must come out.",
            "That is a decision for specialists who know your scans.");
    }

    private static void Questions(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("These are questions, not answers.",
            "The choice is the procedure, or not. We do not say which.");
        text.List("What is this meant to improve, and how would we measure it?",
            "What did trials with a sham procedure show?", "How many have you done, and who counted the problems?",
            "Balloon or stent? What if the stent moves or clots?", "Do I need blood thinners, and for how long?",
            "Is this part of an approved trial?", "What happens to my MS treatment?",
            "Who looks after me if something goes wrong later?");
    }

    private static void Notes(ArticleWriter text, ReportMaterial material)
    {
        if (material.Synthesis.Base.Notes.Count == 0)
        {
            text.Paragraph("This base holds no such notes.");
            return;
        }
        text.Paragraph("We started from an article for the public.", "Some of what it says needs a note.");
        NoteList.Write(text, material);
    }

    private static void Numbers(ArticleWriter text, ReportMaterial material)
    {
        text.Paragraph("We collected these studies by hand.", "This is a curated set, not a systematic review.",
            "We mostly saw abstracts.");
        text.Paragraph("A click on a number leads to the page where we read it.",
            "A click on a number that we worked out leads to its parts.");
        SourceTable.Write(text, material);
    }

    /// <summary>The verdict on a claim and what may be said at it; nothing where the base lacks the claim.</summary>
    private static void Say(ArticleWriter text, ReportMaterial material, string claim, string question)
    {
        if (material.Synthesis.Claim(claim) is not { } judged) return;
        text.Element("p", "asked", question);
        text.Paragraph([.. ClaimSentences.For(claim, judged.Finding.Judgement.Verdict)]);
    }
}
