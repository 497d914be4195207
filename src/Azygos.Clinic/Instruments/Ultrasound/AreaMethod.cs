namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>How the area of a vein is taken from a picture.</summary>
public enum AreaMethod
{
    /// <summary>The outline is traced.</summary>
    Traced,

    /// <summary>A circle over the diameter from front to back: too small where the vein is flat.</summary>
    AnteroposteriorDiameter,

    /// <summary>A circle over the diameter from side to side: too large where the vein is flat.</summary>
    TransverseDiameter,
}
