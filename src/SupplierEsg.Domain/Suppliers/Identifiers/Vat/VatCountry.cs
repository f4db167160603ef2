using System.Text.RegularExpressions;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>How one country writes its VAT numbers and how it checks them; the two letters of the country left off.</summary>
internal sealed class VatCountry
{
    private readonly Regex form;
    private readonly Func<string, bool> fits;
    private readonly Func<string, string> complete;

    /// <param name="form">Pattern of the whole number.</param>
    /// <param name="written">The same for people: 9 a digit, L a letter, X either.</param>
    /// <param name="fits">The check, given a number of the right form.</param>
    /// <param name="complete">Puts back what people leave off, before anything is checked.</param>
    public VatCountry(string form, string written, Func<string, bool> fits, Func<string, string>? complete = null)
    {
        this.form = new Regex($"^(?:{form})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        Written = written;
        this.fits = fits;
        this.complete = complete ?? (number => number);
    }

    public string Written { get; }

    public string Complete(string number) => complete(number);

    public bool HasForm(string number) => form.IsMatch(number);

    public bool Fits(string number) => fits(number);
}
