using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Regression;

/// <summary>One predictor of a meta-regression; it becomes one or more columns.</summary>
/// <source choice="treatment coding: each level against a named reference, the coding a reader of a table expects"/>
public abstract record Term
{
    private protected Term()
    {
    }

    /// <summary>Columns with their names; shape [columns][studies].</summary>
    public abstract IReadOnlyList<(string Name, double[] Values)> Columns { get; }

    /// <summary>A number a study.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="values">Value of each study; finite.</param>
    public static Term Number(string name, double[] values) => new NumberTerm(name, values);

    /// <summary>A category a study: one column for each level but the reference, in alphabetical order.</summary>
    /// <param name="name">Name of the factor.</param>
    /// <param name="levels">Level of each study.</param>
    /// <param name="reference">Level that the others are compared with.</param>
    public static Term Factor(string name, string[] levels, string reference)
        => new FactorTerm(name, levels, reference);

    /// <summary>Products of the columns of two terms.</summary>
    public static Term Interaction(Term left, Term right) => new InteractionTerm(left, right);

    private sealed record NumberTerm(string Name, double[] Values) : Term
    {
        public override IReadOnlyList<(string, double[])> Columns => [(Name, Values)];
    }

    private sealed record FactorTerm(string Name, string[] Levels, string Reference) : Term
    {
        public override IReadOnlyList<(string, double[])> Columns =>
        [
            .. Levels.Distinct().Where(l => l != Reference).Order(StringComparer.Ordinal)
                .Select(l => ($"{Name}={l}", Levels.Select(own => own == l ? 1.0 : 0.0).ToArray())),
        ];
    }

    private sealed record InteractionTerm(Term Left, Term Right) : Term
    {
        public override IReadOnlyList<(string, double[])> Columns =>
        [
            .. from right in Right.Columns
               from left in Left.Columns
               select ($"{left.Name}:{right.Name}", left.Values.Zip(right.Values, static (a, b) => a * b).ToArray()),
        ];
    }
}

/// <summary>An intercept and terms as a design matrix.</summary>
/// <source choice="columns in the order in which terms are given"/>
public static class RegressionDesign
{
    /// <summary>Builds the design; redundant columns are dropped and named.</summary>
    public static DesignMatrix Build(int studies, IReadOnlyList<Term> terms)
        => DesignMatrix.WithIntercept(studies, [.. terms.SelectMany(static t => t.Columns)]);
}
