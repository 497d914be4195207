using MathNet.Numerics.LinearAlgebra;

namespace Azygos.Evidence.Multilevel;

/// <summary>β = (XᵀM⁻¹X)⁻¹XᵀM⁻¹y for a full covariance M.</summary>
/// <param name="Beta">β.</param>
/// <param name="Covariance">(XᵀM⁻¹X)⁻¹.</param>
/// <param name="Weights">M⁻¹.</param>
/// <param name="Residuals">y − Xβ.</param>
/// <param name="ResidualSum">rᵀM⁻¹r.</param>
/// <source choice="Aitken's generalised least squares"/>
internal sealed record GeneralisedLeastSquares(
    Vector<double> Beta, Matrix<double> Covariance, Matrix<double> Weights,
    Vector<double> Residuals, double ResidualSum)
{
    /// <summary>Columns are scaled to unit length while solving: years beside an intercept keep their digits.</summary>
    internal static GeneralisedLeastSquares Solve(Matrix<double> x, Vector<double> y, Matrix<double> m)
    {
        Matrix<double> w = m.Cholesky()
            .Solve(MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.CreateIdentity(m.RowCount));
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        Matrix<double> q = qr.Q, wq = w * q, inverseR = qr.R.Inverse();
        Matrix<double> inner = q.TransposeThisAndMultiply(wq).Cholesky()
            .Solve(MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.CreateIdentity(x.ColumnCount));
        Vector<double> gamma = inner * wq.TransposeThisAndMultiply(y), r = y - q * gamma;
        return new GeneralisedLeastSquares(inverseR * gamma,
            inverseR * inner * inverseR.Transpose(), w, r, r * (w * r));
    }
}
