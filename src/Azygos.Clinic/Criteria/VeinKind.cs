namespace Azygos.Clinic.Criteria;

/// <summary>What kind of vein a site lies on: each rule names the kinds that it looks at.</summary>
public enum VeinKind
{
    /// <summary>Internal jugular vein.</summary>
    Jugular,

    /// <summary>Vertebral vein.</summary>
    Vertebral,

    /// <summary>Basal vein (of Rosenthal).</summary>
    Basal,

    /// <summary>Internal cerebral vein or great vein (of Galen).</summary>
    DeepCerebral,

    /// <summary>Transverse, cavernous or petrosal sinus.</summary>
    Sinus,

    /// <summary>Artery that supplies the head.</summary>
    Artery,
}
