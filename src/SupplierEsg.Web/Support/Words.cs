using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Web.Support;

/// <summary>The page's words in the reader's language: <c>@T["Invite suppliers"]</c>.</summary>
public sealed class Words(ITexts texts)
{
    public string this[string english, params object[] args] => texts.In(Languages.Current, english, args);

    public string Of(RuleBroken refusal) => texts.In(Languages.Current, refusal);
}
