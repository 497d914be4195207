namespace Azygos.Evidence.Claims.Rules;

/// <summary>One rule that was tried.</summary>
/// <param name="Rule">Its identifier.</param>
/// <param name="Fired">True for the rule that gave the verdict.</param>
/// <param name="Why">Why it fired, or what kept it from firing.</param>
public sealed record TraceLine(string Rule, bool Fired, string Why)
{
    /// <summary>The line as printed.</summary>
    public override string ToString() => $"{Rule} {(Fired ? "yes" : "no")}{(Why.Length > 0 ? $": {Why}" : "")}";
}

/// <summary>A verdict with the rule that gave it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Rule">The rule that fired.</param>
/// <param name="RulesVersion">Version of the rule table.</param>
/// <param name="Inputs">The numbers it rests on; none where sub-claims are joined.</param>
/// <param name="Trace">Every rule tried, in order.</param>
public sealed record Judgement(
    Verdict Verdict, string Rule, string RulesVersion, RuleInputs Inputs, IReadOnlyList<TraceLine> Trace);
