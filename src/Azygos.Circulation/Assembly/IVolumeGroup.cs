namespace Azygos.Circulation.Assembly;

/// <summary>A group whose elements hold a volume, known after an evaluation.</summary>
internal interface IVolumeGroup
{
    /// <summary>Volume of an element [m³].</summary>
    double VolumeOf(int element);
}
