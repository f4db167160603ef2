using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Builders;

public static partial class A
{
    /// <summary>Every type of question in two themes, with what hides, binds, excuses and computes.</summary>
    public const string SurveyDefinition = """
        { "formId": "survey", "version": "2026.1", "defaultLanguage": "en",
          "languages": [{"code":"en","name":"English"},{"code":"zh","name":"中文"}],
          "title": {"en":"Supplier survey","zh":"供应商调查"},
          "themes": [
            { "code": "GOV", "label": {"en":"Governance","zh":"治理"}, "pillar": "G", "questions": [
              {"name":"policy","type":"select_one","label":{"en":"Is there a policy?","zh":"是否有政策？"},"hint":{"en":"A policy that the board has signed.","zh":"经董事会签署的政策。"},"required":true,"weight":2,"evidence":"required","list":"yes_no","standard":["GRI 2-23"],
               "choices":[{"name":"yes","label":{"en":"Yes","zh":"有"},"points":100},{"name":"no","label":{"en":"No","zh":"没有"},"points":0}]},
              {"name":"since","type":"date","label":{"en":"Since when?","zh":"自何时起？"},"required":true,"relevant":"${policy} = 'yes'"},
              {"name":"topics","type":"select_multiple","label":{"en":"What does it cover?","zh":"涵盖哪些内容？"},"relevant":"${policy} = 'yes'","weight":1,"list":"topics",
               "choices":[{"name":"bribery","label":{"en":"Bribery","zh":"贿赂"},"points":60},{"name":"gifts","label":{"en":"Gifts","zh":"礼品"},"points":40}]},
              {"name":"remarks","type":"text","label":{"en":"Anything else?","zh":"其他说明？"}}
            ] },
            { "code": "ENV", "label": {"en":"Environment","zh":"环境"}, "pillar": "E", "questions": [
              {"name":"energy","type":"decimal","label":{"en":"Energy used","zh":"能源消耗"},"unit":"MWh","required":true,"allowNa":true,"weight":1,"score":{"mode":"linear","points":[[0,100],[1000,0]]},"evidence":"optional"},
              {"name":"staff","type":"integer","label":{"en":"Persons employed","zh":"员工人数"},"constraint":". > 0","constraintMessage":{"en":"At least one person works for you.","zh":"至少有一名员工。"}},
              {"name":"per_head","type":"calculate","label":{"en":"Energy per person","zh":"人均能耗"},"calculation":"round(${energy} div ${staff}, 1)","unit":"MWh"},
              {"name":"grade","type":"range","label":{"en":"How far are you?","zh":"进展如何？"},"parameters":{"start":0,"end":10,"step":1}},
              {"name":"photo","type":"image","label":{"en":"A picture of the site","zh":"厂区照片"}},
              {"name":"agreed","type":"acknowledge","label":{"en":"The code of conduct is accepted.","zh":"接受行为准则。"},"required":true}
            ] } ] }
        """;

    public static QuestionnaireVersion PublishedQuestionnaire(DateTime now, string definition = SurveyDefinition)
    {
        var read = QuestionnaireJson.ReadStored(definition);
        var version = QuestionnaireVersion.Import(read with { FormId = $"{read.FormId}-{Guid.NewGuid():N}" }, 1, null, now);
        version.Publish(now);
        return version;
    }

    public static Assessment Invitation(SupplierId supplier, QuestionnaireVersion questionnaire, DateTime now, string email = "lin.wei@example.com") =>
        Assessment.Invite(supplier, questionnaire, new("Lin Wei", email, "en"), DateOnly.FromDateTime(now).AddDays(30), now);

    /// <summary>An assessment that has come to a state by its own steps, a day each, from this moment on. Questions of <see cref="SurveyDefinition"/>.</summary>
    public static Assessment AssessmentIn(AssessmentState state, DateTime now, SupplierId? supplier = null, QuestionnaireVersion? questionnaire = null)
    {
        var made = Invitation(supplier ?? SupplierId.New(), questionnaire ?? PublishedQuestionnaire(now), now);
        if (state is AssessmentState.Invited)
            return made;
        made.Open(now);
        if (state is AssessmentState.Opened)
            return made;
        made.Begin(now);
        if (state is AssessmentState.InProgress)
            return made;
        if (state is AssessmentState.Withdrawn)
        {
            made.Withdraw("Invited by mistake.");
            return made;
        }
        made.Submit(Receipt(now.AddDays(1)), "lin.wei@example.com", "en");
        if (state is AssessmentState.Submitted)
            return made;
        var reviewer = Guid.CreateVersion7();
        made.BeginReview(reviewer);
        if (state is AssessmentState.Clarification)
            made.SendBack([Marked("policy")], [], DateOnly.FromDateTime(now).AddDays(20), "content", now.AddDays(2));
        if (state is AssessmentState.InReview or AssessmentState.Clarification)
            return made;
        made.Sign(new(reviewer, "Rita Reviewer", now.AddDays(3)), default, needsSecond: false, validMonths: 12);
        if (state is AssessmentState.Expired)
            made.Expire(made.ValidUntil!.Value.AddDays(1));
        if (state is AssessmentState.Superseded)
            made.Supersede(AssessmentIn(AssessmentState.Finalised, now.AddMonths(6), made.SupplierId));
        return made;
    }

    /// <summary>A review of a question that nobody has judged yet, to send back.</summary>
    public static QuestionReview Marked(string question) => new() { Question = question, By = "Rita Reviewer" };

    /// <summary>What a submission leaves behind; its number is one that no other has.</summary>
    public static Submission Receipt(DateTime at, string by = "Lin Wei") => new(at, ReceiptNumber.New(at), new string('0', 64), by);
}
