using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Reads a whole number as the reader's culture writes it, with or without separators between thousands; what is written
/// otherwise is refused with an example, and never guessed at.
/// </summary>
internal sealed class WholeNumberBinder(Words words) : IModelBinder
{
    private const int Example = 1250;

    public Task BindModelAsync(ModelBindingContext context)
    {
        var sent = context.ValueProvider.GetValue(context.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, sent);
        var culture = CultureInfo.CurrentCulture;
        if (string.IsNullOrWhiteSpace(sent.FirstValue))
            context.Result = ModelBindingResult.Success(null);
        else if (Read(sent.FirstValue, culture) is { } number)
            context.Result = ModelBindingResult.Success(number);
        else
            context.ModelState.TryAddModelError(context.ModelName, words["Write a whole number with digits only, such as {0} or {1}.", Example.ToString(CultureInfo.InvariantCulture), Example.ToString("N0", culture)]);
        return Task.CompletedTask;
    }

    internal static int? Read(string typed, CultureInfo culture)
    {
        var text = typed.Length > 40 ? "" : typed.Normalize(NormalizationForm.FormKC).Trim();
        var separator = Regex.Escape(culture.NumberFormat.NumberGroupSeparator.Normalize(NormalizationForm.FormKC));
        if (!Regex.IsMatch(text, $"^-?([0-9]+|[0-9]{{1,3}}({separator}[0-9]{{3}})+)$"))
            return null;
        var digits = Regex.Replace(text, separator, "");
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>For figures in forms, which may be left empty; page numbers and the like are plain.</summary>
internal sealed class WholeNumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(int?) ? new Microsoft.AspNetCore.Mvc.ModelBinding.Binders.BinderTypeModelBinder(typeof(WholeNumberBinder)) : null;
}
