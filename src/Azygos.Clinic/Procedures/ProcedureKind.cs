using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Procedures;

/// <summary>A kind of procedure: its word, what a person says about one, and how it is made.</summary>
/// <param name="Word">Word in files.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Keys">What is said about one.</param>
/// <param name="Make">Makes one of values that fit the keys.</param>
/// <source choice="one line of the catalogue a kind"/>
public sealed record ProcedureKind(
    string Word, string Meaning, IReadOnlyList<LesionKey> Keys, Func<LesionValues, Procedure> Make);

/// <summary>The catalogue of procedures.</summary>
/// <source choice="what was done to people with the diagnosis of CCSVI"/>
public static class ProcedureKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ProcedureKind> All { get; } = [Venoplasty.Kind, Stent.Kind];

    /// <summary>True where a mark's kind is a procedure's word.</summary>
    /// <param name="kind">Kind of a mark.</param>
    public static bool Has(string kind) => All.Any(one => one.Word == kind);
}
