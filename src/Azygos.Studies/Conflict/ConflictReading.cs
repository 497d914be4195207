namespace Azygos.Studies.Conflict;

/// <summary>A way to read the studies: what may differ, and whose examiners may be biased.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Words">What it supposes.</param>
/// <param name="HasEffect">True: the disease may go with narrowings.</param>
/// <param name="HasBias">True: examiners who were not called blinded may be biased.</param>
/// <param name="Leaks">True: those called blinded may be biased too, as far as they guessed.</param>
/// <param name="HasRecruitment">True: in every study the two groups may differ by how they were found, either
/// way.</param>
/// <source choice="the readings that a reader of the debate would name"/>
public sealed record ConflictReading(string Key, string Words, bool HasEffect, bool HasBias, bool Leaks,
    bool HasRecruitment)
{
    /// <summary>Truth, expectation and recruitment: expectation only where nobody says that it was blinded.</summary>
    public static ConflictReading Main { get; } = new("both", "a true difference, expectation where blinding is not stated "
        + "or disputed, and recruitment that errs either way everywhere", true, true, false, true);

    /// <summary>All readings; the first is the main one.</summary>
    public static IReadOnlyList<ConflictReading> All { get; } =
    [
        Main,
        new("leaking", "the same, and blinding that leaks as far as examiners guessed", true, true, true, true),
        new("blinded_exact", "the same, and blinded studies that err in nothing else", true, true, false, false),
        new("truth_only", "every difference is true; nobody erred", true, false, false, false),
        new("bias_only", "nothing is true; every difference is expectation or recruitment", false, true, false, true),
    ];
}
