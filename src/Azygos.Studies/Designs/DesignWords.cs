namespace Azygos.Studies.Designs;

/// <summary>How a study is laid out.</summary>
public enum DesignKind
{
    /// <summary>People with MS and controls, one examination each.</summary>
    CaseControl,

    /// <summary>People with MS, one examination each.</summary>
    CrossSectional,

    /// <summary>Everybody examined by two examiners.</summary>
    TestRetest,

    /// <summary>Treated and sham-treated by lot, outcome at the end.</summary>
    ShamTrial,

    /// <summary>Treated, told so, outcome against their own start.</summary>
    OpenLabelSeries,

    /// <summary>Treated elsewhere and followed, many of them lost.</summary>
    Registry,
}

/// <summary>What an examination is.</summary>
public enum ExaminerKind
{
    /// <summary>One rate of positives for everybody.</summary>
    Homogeneous,

    /// <summary>A sensitivity and a specificity for narrowings.</summary>
    Accuracy,

    /// <summary>Areas measured with the published agreement, against 0.3 cm².</summary>
    Calibre,

    /// <summary>A body that is run, lying and sitting: the five criteria.</summary>
    Body,

    /// <summary>The same by a surrogate, fitted to people who were run.</summary>
    Surrogate,
}

/// <summary>Which interval of an odds ratio is judged.</summary>
public enum OddsRatioInterval
{
    /// <summary>Woolf's, by the normal scale; ½ in every cell where one is 0.</summary>
    Woolf,

    /// <summary>Exact and conditional: covers at least as often as it says.</summary>
    Exact,

    /// <summary>Exact with half of the observed outcome: covers about as often as it says.</summary>
    MidP,
}
