using CsCheck;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

/// <summary>Whatever arrives is scored or refused, and a refusal names every member at fault.</summary>
public sealed class ScoringCaseTests
{
    [Theory]
    [InlineData("'weight':-1", "weight")]
    [InlineData("'weight':'2'", "weight")]
    [InlineData("'weight':1e1000000", "weight")]
    [InlineData("'layer':'policies'", "layer")]
    [InlineData("'evidence':true", "evidence")]
    [InlineData("'evidence':'maybe'", "evidence")]
    [InlineData("'gateEffect':'warn'", "gateEffect")]
    [InlineData("'required':'yes'", "required")]
    [InlineData("'allowNa':1", "allowNa")]
    [InlineData("'relevant':'1 +'", "relevant")]
    [InlineData("'relevant':'${q} = 1'", "relevant")]
    [InlineData("'relevant':'${later} = 1'", "relevant")]
    [InlineData("'relevant':'${nobody} = 1'", "relevant")]
    [InlineData("'gate':'foo()'", "gate")]
    [InlineData("'constraint':'. >'", "constraint")]
    [InlineData("'relevant':5", "relevant")]
    [InlineData("'score':{'mode':'step','points':[]}", "score.points")]
    [InlineData("'score':{'mode':'linear'}", "score.points")]
    [InlineData("'score':{'mode':'step','points':[[0,0],[0,10]]}", "score.points[1]")]
    [InlineData("'score':{'mode':'step','points':[[5,0],[1,10]]}", "score.points[1]")]
    [InlineData("'score':{'mode':'step','points':[[0,101]]}", "score.points[0]")]
    [InlineData("'score':{'mode':'step','points':[[0,-1]]}", "score.points[0]")]
    [InlineData("'score':{'mode':'step','points':[[0]]}", "score.points[0]")]
    [InlineData("'score':{'mode':'step','points':[['0',1]]}", "score.points[0][0]")]
    [InlineData("'score':{'mode':'step','points':5}", "score.points")]
    [InlineData("'score':{'mode':'stairs','points':[[0,1]]}", "score.mode")]
    [InlineData("'score':{'points':[[0,1]]}", "score.mode")]
    [InlineData("'score':{'mode':'valid'}", "score.mode")]
    [InlineData("'score':[]", "score")]
    [InlineData("'group':'g'", "group")]
    [InlineData("'weight':1,'weight':1", "weight")]
    public void A_fault_in_a_question_is_named(string member, string path) =>
        CaseOf.Paths(CaseOf.Json($"{{'name':'q','type':'decimal',{member}}},{{'name':'later','type':'text'}}"))
            .ShouldBe(["questionnaire.themes[0].questions[0]." + path]);

    [Theory]
    [InlineData("{'type':'text'}", "name")]
    [InlineData("{'name':'','type':'text'}", "name")]
    [InlineData("{'name':'a b','type':'text'}", "name")]
    [InlineData("{'name':5,'type':'text'}", "name")]
    [InlineData("{'name':'first','type':'text'}", "name")]
    [InlineData("{'name':'q'}", "type")]
    [InlineData("{'name':'q','type':'geopoint'}", "type")]
    [InlineData("{'name':'q','type':'calculate'}", "calculation")]
    [InlineData("{'name':'q','type':'select_one'}", "choices")]
    [InlineData("{'name':'q','type':'select_multiple','choices':[]}", "choices")]
    [InlineData("{'name':'q','type':'select_one','choices':[{'name':'a'},{'name':'a'}]}", "choices[1].name")]
    [InlineData("{'name':'q','type':'select_one','choices':[{'name':'a b'}]}", "choices[0].name")]
    [InlineData("{'name':'q','type':'select_one','choices':[{'name':'a','points':-1}]}", "choices[0].points")]
    [InlineData("{'name':'q','type':'select_one','choices':[{'name':'a','points':101}]}", "choices[0].points")]
    [InlineData("{'name':'q','type':'select_multiple','choices':[{'name':'a','points':-101}]}", "choices[0].points")]
    [InlineData("{'name':'q','type':'select_one','choices':['a']}", "choices[0]")]
    [InlineData("{'name':'q','type':'date','score':{'mode':'step','points':[[0,1]]}}", "score.mode")]
    [InlineData("{'name':'q','type':'range','parameters':{'start':5,'end':5}}", "parameters")]
    [InlineData("{'name':'q','type':'range','parameters':{'start':0,'end':5,'step':0}}", "parameters.step")]
    [InlineData("{'name':'q','type':'range','parameters':'start=x'}", "parameters")]
    [InlineData("5", null)]
    public void A_question_that_is_none_is_named(string question, string? path) =>
        CaseOf.Paths(CaseOf.Json($"{{'name':'first','type':'text'}},{question}"))
            .ShouldBe(["questionnaire.themes[0].questions[1]" + (path is null ? "" : "." + path)]);

    [Theory]
    [InlineData("'weight':-1", "weight")]
    [InlineData("'pillar':'X'", "pillar")]
    [InlineData("'relevant':'${q} = 1'", "relevant")]
    [InlineData("'relevant':'. = 1'", "relevant")]
    [InlineData("'groups':[{'name':'g','parent':'h'},{'name':'h'}]", "groups[0].parent")]
    [InlineData("'groups':[{'name':'g'},{'name':'g'}]", "groups[1].name")]
    [InlineData("'groups':[{'name':'g h'}]", "groups[0].name")]
    [InlineData("'groups':[{'name':'g','relevant':'${q} = 1'}]", "groups[0].relevant")]
    public void A_fault_in_a_theme_is_named(string member, string path)
    {
        var pillar = member.Contains("pillar", StringComparison.Ordinal) ? "" : "'pillar':'E',";
        var group = member.Contains("'g','relevant'", StringComparison.Ordinal) ? ",'group':'g'" : "";
        CaseOf.Paths(CaseOf.Themes($"{{'code':'T',{pillar}{member},'questions':[{{'name':'q','type':'acknowledge','weight':1{group}}}]}}"))
            .ShouldBe(["questionnaire.themes[0]." + path]);
    }

    [Fact]
    public void A_theme_needs_a_code_of_its_own_a_pillar_for_scored_questions_and_questions() =>
        CaseOf.Paths(CaseOf.Themes(
            "{'code':'T','questions':[{'name':'q','type':'acknowledge','weight':1}]},{'code':'T','questions':[]},{'questions':[]},{'code':'U'}"))
            .ShouldBe(["questionnaire.themes[3].questions", "questionnaire.themes[0].pillar", "questionnaire.themes[1].code", "questionnaire.themes[2].code"]);

    [Fact]
    public void Some_scored_questions_with_a_layer_and_some_without_are_refused() =>
        CaseOf.Paths(CaseOf.Json(
            "{'name':'a','type':'acknowledge','weight':1,'layer':'policy'},{'name':'b','type':'acknowledge','weight':1},{'name':'c','type':'acknowledge'},{'name':'d','type':'text','weight':1}"))
            .ShouldBe(["questionnaire.themes[0].questions[1].layer"]);

    [Theory]
    [InlineData("'bands':[['A',80],['B',80.0]]", "bands[1]")]
    [InlineData("'bands':[['A']]", "bands[0]")]
    [InlineData("'bands':[['A','x']]", "bands[0][1]")]
    [InlineData("'bands':[['',50]]", "bands[0]")]
    [InlineData("'bands':{'A':80}", "bands")]
    [InlineData("'layers':{'policy':-1}", "layers.policy")]
    [InlineData("'layers':{'politics':1}", "layers.politics")]
    [InlineData("'evidenceCredit':{'pending':1.1}", "evidenceCredit.pending")]
    [InlineData("'evidenceCredit':{'lost':1}", "evidenceCredit.lost")]
    [InlineData("'minimums':{'X':1}", "minimums.X")]
    [InlineData("'minimums':{'overall':-1}", "minimums.overall")]
    [InlineData("'minimums':{'overall':'high'}", "minimums.overall")]
    [InlineData("'validMonths':1.5", "validMonths")]
    public void A_fault_in_the_settings_is_named(string settings, string path) =>
        CaseOf.Paths(CaseOf.Json("{'name':'q','type':'text'}", settings: settings)).ShouldBe(["questionnaire.settings." + path]);

    [Theory]
    [InlineData("'i':{'value':1.5}", "answers.i.value")]
    [InlineData("'i':{'value':'1'}", "answers.i.value")]
    [InlineData("'i':{'value':true}", "answers.i.value")]
    [InlineData("'i':{'value':1e300}", "answers.i.value")]
    [InlineData("'i':{'value':1e1000000}", "answers.i.value")]
    [InlineData("'r':{'value':11}", "answers.r.value")]
    [InlineData("'r':{'value':-0.1}", "answers.r.value")]
    [InlineData("'d':{'value':'2026-02-30'}", "answers.d.value")]
    [InlineData("'d':{'value':'30.06.2026'}", "answers.d.value")]
    [InlineData("'d':{'value':20260630}", "answers.d.value")]
    [InlineData("'s':{'value':'maybe'}", "answers.s.value")]
    [InlineData("'s':{'value':['yes']}", "answers.s.value")]
    [InlineData("'m':{'value':['yes','maybe']}", "answers.m.value")]
    [InlineData("'m':{'value':'yes'}", "answers.m.value")]
    [InlineData("'m':{'value':[1]}", "answers.m.value")]
    [InlineData("'k':{'value':'ok'}", "answers.k.value")]
    [InlineData("'k':{'value':1}", "answers.k.value")]
    [InlineData("'t':{'value':5}", "answers.t.value")]
    [InlineData("'t':{'value':'\\ud800'}", "answers.t.value")]
    [InlineData("'t':{'value':'a\\u0000'}", "answers.t.value")]
    [InlineData("'c':{'value':[]}", "answers.c.value")]
    [InlineData("'t':{'value':'x','value':'y'}", "answers.t.value")]
    [InlineData("'t':{'value':'x'},'t':{'value':'x'}", "answers.t")]
    [InlineData("'t':'x'", "answers.t")]
    [InlineData("'t':{'notApplicable':'yes'}", "answers.t.notApplicable")]
    [InlineData("'t':{'naReview':'maybe'}", "answers.t.naReview")]
    [InlineData("'t':{'evidence':'lost'}", "answers.t.evidence")]
    [InlineData("'nobody':{'value':1}", "answers.nobody")]
    [InlineData("'no body':{'value':1}", "answers[\"no body\"]")]
    public void A_fault_in_an_answer_is_named_relevant_or_not(string answer, string path)
    {
        var questions = "{'name':'i','type':'integer','relevant':'false()','allowNa':true},"
            + "{'name':'r','type':'range','parameters':{'start':0,'end':10,'step':1}},{'name':'d','type':'date'},"
            + $"{{'name':'s','type':'select_one',{CaseOf.YesNo}}},{{'name':'m','type':'select_multiple',{CaseOf.YesNo}}},"
            + "{'name':'k','type':'acknowledge'},{'name':'t','type':'text'},{'name':'c','type':'calculate','calculation':'1'}";
        CaseOf.Paths(CaseOf.Json(questions, answer)).ShouldBe([path]);
    }

    [Theory]
    [InlineData("{'theme':'X','severity':'minor','from':'2026-01-01'}", "theme")]
    [InlineData("{'severity':'minor','from':'2026-01-01'}", "theme")]
    [InlineData("{'theme':'T','severity':'huge','from':'2026-01-01'}", "severity")]
    [InlineData("{'theme':'T','from':'2026-01-01'}", "severity")]
    [InlineData("{'theme':'T','severity':'minor'}", "from")]
    [InlineData("{'theme':'T','severity':'minor','from':'2026-02-30'}", "from")]
    [InlineData("{'theme':'T','severity':'minor','from':'2026-01-02','until':'2026-01-01'}", "until")]
    [InlineData("{'theme':'T','severity':'minor','from':'2026-01-02','until':5}", "until")]
    [InlineData("7", null)]
    public void A_fault_in_a_finding_is_named(string finding, string? path) =>
        CaseOf.Paths(CaseOf.Json("{'name':'q','type':'text'}", more: $",'findings':[{finding}]"))
            .ShouldBe(["findings[0]" + (path is null ? "" : "." + path)]);

    [Theory]
    [InlineData("{}", "questionnaire,asOf")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("'x'", "")]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("{'questionnaire':{},'asOf':'2026-06-30'}", "questionnaire.themes")]
    [InlineData("{'questionnaire':{'themes':{}},'asOf':'2026-06-30','answers':{'x':{}}}", "questionnaire.themes")]
    [InlineData("{'questionnaire':5,'asOf':'2026-06-30','answers':{'x':{}}}", "questionnaire")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':null}", "asOf")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':'2026-13-01'}", "asOf")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':20260101}", "asOf")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':'2026-06-30','answers':[]}", "answers")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':'2026-06-30','findings':{}}", "findings")]
    [InlineData("{'questionnaire':{'themes':[]},'asOf':'2026-06-30','asOf':'2026-06-30'}", "asOf")]
    public void A_body_that_is_no_case_is_refused(string json, string paths) =>
        string.Join(",", CaseOf.Paths(json)).ShouldBe(paths);

    [Fact]
    public void All_faults_are_named_at_once() =>
        CaseOf.Paths(CaseOf.Json(
            "{'name':'a','type':'decimal','weight':'x'},{'name':'b','type':'text','relevant':'${nobody}'},{'name':'c','type':'integer'}",
            "'c':{'value':1.5},'d':{}",
            "'bands':[['A',1],['B',1]]",
            ",'findings':[{'theme':'U','severity':'minor','from':'2026-01-01'}]"))
            .ShouldBe(
            [
                "questionnaire.themes[0].questions[0].weight", "questionnaire.settings.bands[1]", "questionnaire.themes[0].questions[1].relevant",
                "answers.c.value", "answers.d", "findings[0].theme",
            ],
            ignoreOrder: true);

    [Fact]
    public void A_question_that_can_not_be_read_makes_no_other_fault() =>
        CaseOf.Paths(CaseOf.Json("{'name':5,'type':'text'},{'name':'b','type':'text','relevant':'${a} = 1'}", "'a':{'value':'x'}"))
            .ShouldBe(["questionnaire.themes[0].questions[0].name"]);

    [Theory]
    [InlineData("'answers':null,'findings':null")]
    [InlineData("'answers':{'q':null}")]
    [InlineData("'answers':{'q':{}}")]
    [InlineData("'answers':{'q':{'value':null,'evidence':null,'naReview':null,'notApplicable':null}},'unknown':{'a':1}")]
    [InlineData("'findings':[]")]
    public void What_is_absent_or_unknown_does_no_harm(string members) =>
        CaseOf.Score($"{{'questionnaire':{{'themes':[{{'code':'T','pillar':'E','questions':[{{'name':'q','type':'acknowledge','weight':1,'whatever':[]}}]}}]}},'asOf':'2026-06-30',{members}}}")
            .Overall.Figure.ShouldBe(new(0, 0));

    [Fact]
    public async Task Broken_and_hostile_bytes_are_refused()
    {
        var tooDeep = new string('[', 100_000);
        ScoringCase.Read(tooDeep).Faults.Count.ShouldBe(1);
        ScoringCase.Read("{\"\\ud800\":1,\"asOf\":\"\\udfff\"}").Faults.ShouldNotBeEmpty();
        using var bytes = new MemoryStream([0x7B, 0x22, 0x61, 0x73, 0x4F, 0x66, 0x22, 0x3A, 0x22, 0xFF, 0xFE, 0x22, 0x7D]);
        (await ScoringCase.ReadAsync(bytes, TestContext.Current.CancellationToken)).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_mangled_case_is_scored_or_refused_and_never_breaks()
    {
        var whole = CaseOf.Json(
            "{'name':'a','type':'decimal','weight':2,'layer':'policy','score':{'mode':'linear','points':[[0,0],[10,100]]},'evidence':'required','allowNa':true},"
            + $"{{'name':'s','type':'select_one','weight':1,'layer':'action',{CaseOf.YesNo},'relevant':'${{a}} > 3','gate':'. = `yes`','required':true}},"
            + "{'name':'c','type':'calculate','calculation':'if(${a} > 5, ${a} div 0, round(${a}, 2))','weight':1,'layer':'result','score':{'mode':'step','points':[[0,5]]}}",
            "'a':{'value':4.25,'evidence':'pending'},'s':{'value':'yes'}",
            "'bands':[['A',80],['B',0]],'minimums':{'overall':20}",
            ",'findings':[{'theme':'T','severity':'minor','from':'2026-01-01'}]").Replace('\'', '"').Replace('`', '\'');
        var replacements = Gen.OneOf("", "null", "-1", "\"", "{", "[]", "1e999", "true", "\"x\"", ",", ":", "}", "0", "\\u0000", "𠮷", "${a}", "(((");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 12], replacements).Hold(21, 20_000, change =>
        {
            var (at, length, text) = change;
            var mangled = string.Concat(whole.AsSpan(0, at), text, whole.AsSpan(Math.Min(whole.Length, at + length)));
            var reading = ScoringCase.Read(mangled);
            (reading.Case is null).ShouldBe(reading.Faults.Count > 0);
            reading.Faults.All(f => f.Message.Length > 0).ShouldBeTrue();
            if (reading.Case is { } readable)
                readable.TryScore(out _, out _).ShouldBeTrue();
        });
    }
}
