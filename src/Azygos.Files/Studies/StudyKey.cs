using Azygos.Files.Tables;
using Azygos.Studies.Designs;

namespace Azygos.Files.Studies;

/// <summary>A key of a study file with what it becomes: a number, a word or a text.</summary>
internal sealed record StudyKey : ColumnDescription
{
    private StudyKey(string section, string name, ColumnKind kind, string meaning) : base(name, kind, meaning) =>
        Section = section;

    /// <summary>Section, empty for the first level.</summary>
    public string Section { get; }

    /// <summary>The key as faults name it.</summary>
    public string Path => Section.Length == 0 ? Name : $"{Section}.{Name}";

    /// <summary>The design with a number.</summary>
    public Func<StudyDesign, double, StudyDesign> WithNumber { get; private init; } = (design, _) => design;

    /// <summary>The design with a word or a text.</summary>
    public Func<StudyDesign, string, StudyDesign> WithText { get; private init; } = (design, _) => design;

    public static StudyKey Number(string section, string name, string unit, Interval range, string meaning,
        Func<StudyDesign, double, StudyDesign> with) =>
        new(section, name, ColumnKind.Number, meaning) { Unit = unit, Range = range, WithNumber = with };

    public static StudyKey Whole(string section, string name, Interval range, string meaning,
        Func<StudyDesign, double, StudyDesign> with) =>
        new(section, name, ColumnKind.WholeNumber, meaning) { Unit = "1", Range = range, WithNumber = with };

    public static StudyKey Word(string section, string name, string[] words, string meaning,
        Func<StudyDesign, string, StudyDesign> with) =>
        new(section, name, ColumnKind.Word, meaning) { Words = words, WithText = with };

    public static StudyKey Text(string section, string name, string meaning,
        Func<StudyDesign, string, StudyDesign> with) =>
        new(section, name, ColumnKind.Remark, meaning) { WithText = with };
}
