using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Builders;

public static partial class A
{
    /// <summary>A published questionnaire of one theme with a required choice and a required number, in English and Chinese, under a form id of its own.</summary>
    public static QuestionnaireVersion Questionnaire() => Published(Definition());

    public static QuestionnaireVersion Draft() => QuestionnaireVersion.Import(Definition(), 1, null, new(2026, 1, 10, 8, 0, 0, DateTimeKind.Utc));

    public static QuestionnaireVersion Published(QuestionnaireDefinition definition, int number = 1)
    {
        var version = QuestionnaireVersion.Import(definition, number, null, new(2026, 1, 10, 8, 0, 0, DateTimeKind.Utc));
        version.Publish(new(2026, 1, 11, 8, 0, 0, DateTimeKind.Utc));
        return version;
    }

    public static QuestionnaireDefinition Definition() => new()
    {
        FormId = $"form-{Interlocked.Increment(ref made)}", Version = "2026.1", DefaultLanguage = "en",
        Languages = [new("en", "English"), new("zh", "中文")], Title = In("Energy and people", "能源与员工"),
        Themes =
        [
            new()
            {
                Code = "ENV", Label = In("Environment", "环境"), Pillar = Pillar.E,
                Questions =
                [
                    new()
                    {
                        Name = "policy", Type = QuestionType.SelectOne, Label = In("Is there an environmental policy?", "是否有环境方针？"), Required = true, Weight = 1, List = "yes_no",
                        Choices = [new("yes") { Label = In("Yes", "是"), Points = 100 }, new("no") { Label = In("No", "否"), Points = 0 }],
                    },
                    new() { Name = "energy", Type = QuestionType.Decimal, Label = In("Energy used", "能耗"), Required = true, Unit = "MWh" },
                    new() { Name = "remarks", Type = QuestionType.Text, Label = In("Remarks", "备注") },
                ],
            },
        ],
    };

    private static LocalText In(string english, string chinese) => new([new("en", english), new("zh", chinese)]);
}
