namespace Azygos.Circulation.Vessels;

/// <summary>What a vessel is like at one place: p = p_ref + y(A/A₀; K_d, K_b), with gravity along it.</summary>
/// <param name="ReferenceArea">A₀ [m²], positive.</param>
/// <param name="Distension">K_d [Pa], positive.</param>
/// <param name="Bending">K_b [Pa], not negative.</param>
/// <param name="ReferencePressure">p_ref = p_ext + p₀ [Pa]: the pressure inside at A = A₀.</param>
/// <param name="Gravity">Component of gravity along +x [m/s²].</param>
/// <source choice="the columns of a vessel"/>
public readonly record struct WallPoint(
    double ReferenceArea, double Distension, double Bending, double ReferencePressure, double Gravity);
