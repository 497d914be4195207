namespace Azygos.Studies.Sensitivity;

/// <summary>Something whose answer is asked about: a function of independent inputs, each given by its place in its
/// distribution; null where it has no answer.</summary>
/// <param name="quantiles">Place of every input in its distribution, in (0, 1); shape [inputs].</param>
public delegate double[]? ModelOfInputs(double[] quantiles);
