using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>What one supplier would be invited to.</summary>
/// <param name="Version">Null where nothing could be found for it.</param>
/// <param name="Rule">The rule that gave it; null where somebody chose.</param>
internal sealed record Assigned(QuestionnaireVersion? Version, TierRule? Rule, RuleBroken? Obstacle);

/// <summary>What suppliers are invited to: one version for all, or for each what the rules give it, in the newest published version.</summary>
internal sealed class Assigning
{
    private readonly QuestionnaireVersion? chosen;
    private readonly Dictionary<string, QuestionnaireVersion> newest;

    private Assigning(QuestionnaireVersion? chosen, TierList rules, Dictionary<string, QuestionnaireVersion> newest) => (this.chosen, Rules, this.newest) = (chosen, rules, newest);

    public TierList Rules { get; }

    /// <param name="questionnaire">A version for all; null to go by the rules.</param>
    public static async Task<Assigning> Read(IAppDb db, QuestionnaireVersionId? questionnaire, CancellationToken token)
    {
        var rules = await db.ReadTiers(token);
        if (questionnaire is { } id)
            return new(await db.QuestionnaireVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, token), rules, []);
        var forms = rules.Rules.Select(rule => QuestionnaireVersion.KeyOf(rule.FormId)).Distinct().ToList();
        var published = db.QuestionnaireVersions.AsNoTracking().Where(v => v.State == VersionState.Published && forms.Contains(v.FormKey));
        var newest = await published.Where(v => !published.Any(later => later.FormKey == v.FormKey && later.Number > v.Number)).ToDictionaryAsync(v => v.FormKey, token);
        return new(null, rules, newest);
    }

    /// <exception cref="RuleBroken">There is no such version, or neither a version nor a rule.</exception>
    public void Require(QuestionnaireVersionId? questionnaire)
    {
        if (questionnaire is not null && chosen is null)
            throw new RuleBroken("assessment.questionnaire-unknown", "There is no such questionnaire. Choose one from the list.", nameof(InviteSuppliers.Command.Questionnaire));
        if (questionnaire is null && Rules.Rules.Count == 0)
            throw TierListRules.NoRules();
    }

    public Assigned For(Supplier supplier, string member)
    {
        if (chosen is not null)
            return new(chosen, null, null);
        if (Rules.For(supplier) is not { } rule)
            return new(null, null, TierListRules.NoneFits(supplier.LegalName, member));
        return newest.TryGetValue(QuestionnaireVersion.KeyOf(rule.FormId), out var version)
            ? new(version, rule, null)
            : new(null, rule, TierListRules.NotPublished(supplier.LegalName, rule.Name, rule.FormId, member));
    }
}
