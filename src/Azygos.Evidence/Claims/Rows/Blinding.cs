namespace Azygos.Evidence.Claims.Rows;

/// <summary>Whether the venous examination was blind to who has the disease.</summary>
public enum Blinding
{
    /// <summary>The text is silent, which is not the same as not blinded.</summary>
    NotStated,

    /// <summary>Called blinded.</summary>
    Blinded,

    /// <summary>Stated not to be blinded.</summary>
    NotBlinded,
}
