using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Figures;

/// <summary>The framed part of a figure with two axes.</summary>
/// <param name="X">Axis to the right.</param>
/// <param name="Y">Axis upwards.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal sealed record PlotArea(IScale X, IScale Y, double Left, double Top, double Width, double Height)
{
    /// <summary>True where the upward axis is drawn downwards, small values at the top, as standard errors
    /// are.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Place of a value on the axis to the right, kept inside the frame.</summary>
    public double XAt(double value) => Left + Width * Math.Clamp(X.Share(value), 0, 1);

    /// <summary>Place of a value on the upward axis, kept inside the frame.</summary>
    public double YAt(double value)
    {
        double share = Math.Clamp(Y.Share(value), 0, 1);
        return Top + Height * (IsTurned ? share : 1 - share);
    }

    /// <summary>Draws frame, ticks and titles.</summary>
    public void Frame(HtmlWriter page, string xTitle, string yTitle)
    {
        page.Box("frame", Left, Top, Width, Height);
        foreach (double tick in X.Ticks())
        {
            double x = XAt(tick);
            page.Stroke("tick", x, Bottom, x, Bottom + 4);
            page.Label("small", x, Bottom + 17, X.Print(tick), "middle");
        }
        foreach (double tick in Y.Ticks())
        {
            double y = YAt(tick);
            page.Stroke("tick", Left - 4, y, Left, y);
            page.Label("small", Left - 7, y + 3.6, Y.Print(tick), "end");
        }
        page.Label("axis-title", Left + Width / 2, Bottom + 36, xTitle, "middle");
        page.Element("text", yTitle, ("class", "axis-title"), ("text-anchor", "middle"), ("transform",
            $"translate({Numerals.Coordinate(Left - 44)} {Numerals.Coordinate(Top + Height / 2)}) rotate(-90)"));
    }
}
