namespace Azygos.Body.Results;

/// <summary>Pressure along the way of a catheter that is drawn back from the sagittal sinus to the right
/// atrium.</summary>
/// <param name="Side"><c>right</c> or <c>left</c>: the jugular vein that it passes.</param>
/// <param name="Stations">Stations from the sagittal sinus to the right atrium.</param>
/// <source choice="way of Anatomy.PullBack"/>
public sealed record PullBackResult(string Side, IReadOnlyList<PullBackStation> Stations)
{
    /// <summary>Name of a station's row of uncertainty.</summary>
    public string BandOf(PullBackStation station)
    {
        ArgumentNullException.ThrowIfNull(station);
        return $"pullback.{Side}.{station.Node}";
    }
}

/// <summary>A station of a pull-back: a node of the model.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Distance">Distance from the right atrium along the vessels [cm].</param>
/// <param name="Pressure">Pressure over the last period [mmHg].</param>
/// <source choice="lengths of vessels.csv"/>
public sealed record PullBackStation(string Node, string Name, double Distance, Summary Pressure);
