using System.Numerics;

namespace Azygos.Reports.Drawing;

/// <summary>A window on the body, seen along one axis without perspective.</summary>
/// <param name="Id">Part of the SVG's ids.</param>
/// <param name="Title">Heading.</param>
/// <param name="LeftSide">What lies at the viewer's left.</param>
/// <param name="RightSide">What lies at the viewer's right.</param>
/// <param name="Across">Place across the page [cm]: (1, 0, 0) from the front, (0, −1, 0) from the subject's
/// left.</param>
/// <param name="TowardViewer">Direction toward the viewer; what lies further that way is drawn later.</param>
/// <param name="HalfWidth">Half the window's width [cm].</param>
/// <param name="Bottom">Lowest height shown [cm].</param>
/// <param name="Top">Greatest height shown [cm].</param>
internal sealed record View(
    string Id, string Title, string LeftSide, string RightSide, Vector3 Across, Vector3 TowardViewer,
    double HalfWidth, double Bottom, double Top)
{
    /// <summary>Width of the drawing with its margins, in drawing units (about pixels on a phone).</summary>
    public const double Width = 430;

    /// <summary>Margin for labels at either side.</summary>
    public const double Margin = 116;

    /// <summary>Space above the window for the names of the sides.</summary>
    public const double Head = 20;

    /// <summary>Drawing units in a centimetre; calibres are drawn to the same scale.</summary>
    public double Scale => (Width - 2 * Margin) / (2 * HalfWidth);

    /// <summary>Height of the drawing.</summary>
    public double Height => Head + Scale * (Top - Bottom) + 6;

    /// <summary>True when a place lies in the window.</summary>
    public bool Shows(Vector3 place) =>
        place.Z >= Bottom && place.Z <= Top && Math.Abs(Vector3.Dot(place, Across)) <= HalfWidth;

    /// <summary>Where a place of the body lies on the page.</summary>
    public (double X, double Y) Project(Vector3 place) => Page(Vector3.Dot(place, Across), place.Z);

    /// <summary>Where a point of the picture plane [cm] lies on the page.</summary>
    public (double X, double Y) Page(double across, double height) =>
        (Width / 2 + Scale * across, Head + Scale * (Top - height));

    /// <summary>How near to the viewer a place lies [cm].</summary>
    public double Nearness(Vector3 place) => Vector3.Dot(place, TowardViewer);
}
