using Azygos.Clinic.Criteria;
using Azygos.Clinic.Iron;

namespace Azygos.Lab.Replies;

/// <summary>Words that every reply carries, and labels of what is a hypothesis.</summary>
internal static class Statement
{
    /// <summary>In every JSON object, every page and the head of every reply.</summary>
    public const string Text = "Research software; it simulates; it is not a diagnosis and gives no advice.";

    /// <summary>Beside the CCSVI criteria.</summary>
    public const string Criteria = "HYPOTHESIS: the CCSVI criteria are historical and not accepted. " + CriteriaResult.Statement;

    /// <summary>Beside what the iron hypothesis gives.</summary>
    public const string Iron = IronHypothesis.Label;
}
