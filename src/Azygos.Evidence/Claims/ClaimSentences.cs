using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Claims;

/// <summary>What may be said of a claim in plain words: fixed sentences, each bound to the verdict it was written
/// for.</summary>
/// <source choice="a sentence is printed only while the rule table still gives the verdict it speaks of"/>
public static class ClaimSentences
{
    private static readonly (string Claim, Verdict Verdict, string[] Sentences)[] Written =
    [
        ("association", Verdict.Inconclusive,
            ["All studies together suggest a link. The careful, blinded studies "
                + "do not show one clearly. So we cannot say."]),
        ("diagnosis", Verdict.NotSupported,
            ["Two trained examiners often disagreed on the same person.", "Healthy people can meet the criteria too."]),
        ("mechanism", Verdict.NotSupported,
            ["No study we could count showed that blocked veins cause MS.",
                "Iron is raised in MS. Nobody has shown that it comes from the veins."]),
        ("symptoms", Verdict.Inconclusive,
            ["For fatigue, mood and thinking, no link was found. For disability, studies disagree.",
                "A link with disability would not show which comes first."]),
        ("efficacy", Verdict.NotSupported,
            ["No benefit was shown in three trials with a sham procedure. A small benefit is not excluded."]),
        ("harm", Verdict.Supported,
            ["Serious harm has happened, and people have died.",
                "Most numbers come from the teams that did the procedure, so the true risk may be higher."]),
    ];

    /// <summary>Sentences for a claim at its verdict; none where it has changed since they were written.</summary>
    public static IReadOnlyList<string> For(string claim, Verdict verdict) =>
        Written.FirstOrDefault(one => one.Claim == claim && one.Verdict == verdict).Sentences ?? [];
}
