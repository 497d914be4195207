using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;
using Azygos.Reports.Figures;

namespace Azygos.Reports.Evidence;

/// <summary>What the sections of an evidence page are written from.</summary>
internal sealed class ReportMaterial
{
    /// <summary>From a base as read and what was computed from it.</summary>
    public ReportMaterial(EvidenceFolder folder, EvidenceSynthesis synthesis)
    {
        (Folder, Synthesis, Index) = (folder, synthesis, new RowIndex(folder));
        Derivations = new Derivations(synthesis);
        Figures = EvidenceFigures.Of(synthesis, Index);
    }

    /// <summary>The base as read.</summary>
    public EvidenceFolder Folder { get; }

    /// <summary>What was computed.</summary>
    public EvidenceSynthesis Synthesis { get; }

    /// <summary>Rows by name.</summary>
    public RowIndex Index { get; }

    /// <summary>How each number was made.</summary>
    public Derivations Derivations { get; }

    /// <summary>Figures, those that could be drawn.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>What a column holds, in words; the column's name where no row has it.</summary>
    public string Meaning(string table, string column) => Folder.Rows.Where(row => row.Table == table)
        .SelectMany(row => row.Cells).FirstOrDefault(cell => cell.Column == column)?.Meaning ?? column;
}
