namespace Azygos.Circulation.Assembly;

/// <summary>A group of vessel cells, whose areas and volumes are known after an evaluation.</summary>
internal interface ICellGroup
{
    /// <summary>Lumen area, the mean of both ends [m²].</summary>
    double AreaOf(int element);

    /// <summary>Volume of a cell [m³].</summary>
    double VolumeOf(int element);
}
