using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>Reads the one list of rules, which is empty until somebody writes it.</summary>
public static class TierLists
{
    internal static async Task<TierList> ReadTiers(this IAppDb db, CancellationToken token) =>
        await db.TierLists.AsNoTracking().SingleOrDefaultAsync(token) ?? TierList.Empty();

    /// <param name="version">The <see cref="Aggregate.Version"/> that was looked at; null for whatever there is.</param>
    internal static async Task<TierList> TiersToChange(this IAppDb db, int? version, CancellationToken token)
    {
        var list = await db.TierLists.SingleOrDefaultAsync(token);
        if (list is null)
            db.TierLists.Add(list = TierList.Empty());
        list.RequireVersion(version);
        return list;
    }

    internal static async Task RequireForm(this IAppDb db, string formId, CancellationToken token)
    {
        var key = QuestionnaireVersion.KeyOf(formId);
        if (!await db.QuestionnaireVersions.AnyAsync(v => v.FormKey == key, token))
            throw TierListRules.FormUnknown(formId);
    }

    /// <summary>What the shipped questionnaires are for: the short one for micro companies, the other for all others.</summary>
    public static TierList Usual(IShippedQuestionnaires shipped, ITexts texts, string language)
    {
        var list = TierList.Empty();
        list.Add(new()
        {
            Name = texts.In(language, "Micro companies"), Sizes = [TierSize.Micro], FormId = shipped.Micro,
            Reason = texts.In(language, "Fewer than 10 persons: the short questionnaire asks what they can know."),
        });
        list.Add(new() { Name = texts.In(language, "All others"), FormId = shipped.Default, Reason = texts.In(language, "The whole questionnaire.") });
        return list;
    }
}
