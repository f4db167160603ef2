using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Gives a version ready for use: a published one is compiled once per process, a draft each time, since it may change.</summary>
public sealed class CompiledQuestionnaires(IAppDb db, CompiledVersions compiled)
{
    /// <exception cref="NotFound">There is no such version.</exception>
    public async Task<CompiledQuestionnaire> Get(QuestionnaireVersionId id, CancellationToken cancellationToken)
    {
        if (compiled.Find(id) is { } known)
            return known;
        var version = await db.QuestionnaireVersions.AsNoTracking()
            .Where(v => v.Id == id)
            .Select(v => new { v.State, v.Definition })
            .FirstOrDefaultAsync(cancellationToken)
            .OrNotFound("questionnaire");
        return version.State == VersionState.Published ? compiled.Keep(id, version.Definition) : Compile(version.Definition);
    }

    internal static CompiledQuestionnaire Compile(string definition) =>
        CompiledQuestionnaire.CompileStored(QuestionnaireJson.ReadStored(definition));
}

/// <summary>
/// The published versions this process has compiled. What is kept never changes, so another node needs to be told nothing;
/// the least recently used goes when there are too many.
/// </summary>
public sealed class CompiledVersions
{
    private readonly Recent<QuestionnaireVersionId, Lazy<CompiledQuestionnaire>> versions = new(100);

    internal int Count => versions.Count;

    internal CompiledQuestionnaire? Find(QuestionnaireVersionId id) => versions.Find(id)?.Value;

    internal CompiledQuestionnaire Keep(QuestionnaireVersionId id, string definition) =>
        versions.FindOrKeep(id, new(() => CompiledQuestionnaires.Compile(definition))).Value;
}
