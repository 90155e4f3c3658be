-- The outlines that come with every agency, in our own words; an agency changes them or takes them out of use.
create function shipped_outlines() returns jsonb language sql immutable as $$ select $shipped$[
{"use": "first-interview", "groups": [],
 "title": ["首次面谈（通用）", "First interview, for anyone", "Первая беседа, для любого человека"],
 "purpose": ["认识彼此，弄清来意和最急的事，决定是否一起工作。",
  "Get to know each other, learn what brings them and what is most pressing, decide whether to work together.",
  "Познакомиться, понять, с чем человек пришёл и что важнее всего, решить, будем ли работать вместе."],
 "questions": [
  ["今天是什么事让您来到这里？", "What brings you here today?", "Что привело вас сюда сегодня?"],
  ["这件事从什么时候开始，怎样到了现在的样子？", "When did it begin, and how did it come to be as it is now?", "Когда это началось и как дошло до нынешнего положения?"],
  ["眼下有没有让您或家人不安全的事？", "Is anything making you or your family unsafe right now?", "Есть ли сейчас что-то опасное для вас или вашей семьи?"],
  ["您自己试过什么办法？找过谁帮忙？结果怎样？", "What have you tried yourself? Whom did you ask for help, and what came of it?", "Что вы пробовали сами? К кому обращались и что из этого вышло?"],
  ["哪些人、哪些事让您撑到现在？", "Who and what has kept you going until now?", "Кто и что помогало вам держаться до сих пор?"],
  ["如果事情好起来，您最先会注意到什么不同？", "If things got better, what would you notice first?", "Если станет лучше, что вы заметите прежде всего?"],
  ["您希望我们做什么？有什么是您不希望我们做的？", "What do you hope we will do? What would you not want us to do?", "Чего вы ждёте от нас? Чего вы бы не хотели?"],
  ["我们能做的、不能做的和需要您做的，我说清楚了吗？", "Have I made clear what we can do, what we cannot, and what we need from you?", "Понятно ли я объяснил(а), что мы можем, чего не можем и что нужно от вас?"],
  ["离开这里之前，您心里最想留下哪一句话？", "Before you leave, what is the one thing you want me to remember?", "Что самое важное вы хотите, чтобы я запомнил(а)?"]]},
{"use": "first-interview", "groups": ["children", "children-in-difficulty", "left-behind-children"],
 "title": ["首次面谈：孩子与监护人", "First interview with a child and the guardian", "Первая беседа с ребёнком и законным представителем"],
 "purpose": ["让孩子有自己的话说，也听清监护人的担心；两个人都被听见。",
  "Give the child a voice of their own and hear the guardian’s worries; both are to be heard.",
  "Дать ребёнку говорить самому и услышать тревоги взрослого: важно мнение обоих."],
 "questions": [
  ["（对孩子）你知道今天为什么来这里吗？是谁告诉你的？", "(To the child) Do you know why you are here today? Who told you?", "(Ребёнку) Ты знаешь, зачем вы сегодня пришли? Кто тебе сказал?"],
  ["（对孩子）平常的一天从早到晚是怎么过的？", "(To the child) What is an ordinary day like, from morning to night?", "(Ребёнку) Как проходит твой обычный день с утра до вечера?"],
  ["（对孩子）你最喜欢做什么？和谁在一起最自在？", "(To the child) What do you like doing best? With whom do you feel at ease?", "(Ребёнку) Что ты любишь делать? С кем тебе спокойно?"],
  ["（对孩子）有没有让你害怕或不想回去的地方？", "(To the child) Is there a place that scares you, or to which you do not want to go back?", "(Ребёнку) Есть ли место, которого ты боишься или куда не хочешь возвращаться?"],
  ["（对孩子）如果可以变一件事，你想变哪一件？", "(To the child) If you could change one thing, which one?", "(Ребёнку) Если бы можно было изменить что-то одно, что бы ты выбрал(а)?"],
  ["（对监护人）您最担心的是什么？什么时候不那么担心？", "(To the guardian) What worries you most? When do you worry less?", "(Взрослому) Что вас больше всего тревожит? Когда тревога меньше?"],
  ["（对监护人）家里谁照顾孩子，谁做决定？", "(To the guardian) Who looks after the child at home, and who decides?", "(Взрослому) Кто дома заботится о ребёнке и кто принимает решения?"],
  ["（对监护人）学校、医院、亲戚那边已经知道多少？", "(To the guardian) How much do school, doctors and relatives know already?", "(Взрослому) Что уже знают школа, врачи, родственники?"],
  ["（一起）我们下次见面，怎样安排两个人都觉得可以？", "(Together) How shall we meet next time so that it suits you both?", "(Вместе) Как нам встретиться в следующий раз, чтобы было удобно обоим?"]]},
{"use": "first-interview", "groups": ["older-people"],
 "title": ["首次面谈：老年人", "First interview with an older person", "Первая беседа с пожилым человеком"],
 "purpose": ["放慢速度，了解日常起居、身边的人和老人自己的心愿。",
  "Slowly, learn how daily life goes, who is near, and what the person wishes.",
  "Не спеша узнать, как проходит день, кто рядом и чего хочет сам человек."],
 "questions": [
  ["这样说话您听得清楚吗？坐得舒服吗？", "Can you hear me well? Are you sitting comfortably?", "Хорошо ли вам слышно? Удобно ли вы сидите?"],
  ["一天里哪些事自己做，哪些事有人帮？", "Which things of the day do you do yourself, and with which does somebody help?", "Что в течение дня вы делаете сами, а с чем кто-то помогает?"],
  ["最近身体怎样？吃药、看病有没有难处？", "How is your health? Are medicines or doctors difficult in any way?", "Как здоровье? Есть ли трудности с лекарствами или врачами?"],
  ["谁常来看您？心里话对谁说？", "Who comes to see you? To whom do you tell what is on your mind?", "Кто вас навещает? С кем вы делитесь тем, что на душе?"],
  ["夜里、洗澡、下楼，有没有让您担心的时候？", "At night, in the bath, on the stairs: is there a moment that worries you?", "Ночью, в ванной, на лестнице: бывает ли вам тревожно?"],
  ["钱够用吗？有没有人替您管钱、要您签字？", "Is there enough money? Does anybody handle it for you or ask you to sign?", "Хватает ли денег? Распоряжается ли ими кто-то за вас, просит ли подписать?"],
  ["您想在哪里住下去？什么是您不愿意改变的？", "Where do you want to go on living? What do you not want to change?", "Где вы хотите жить дальше? Что вам не хотелось бы менять?"],
  ["家里人知道我来吗？哪些话可以对他们说？", "Does your family know that I came? What may I tell them?", "Знают ли родные о моём приходе? Что им можно рассказать?"]]},
{"use": "first-interview", "groups": [],
 "title": ["首次面谈：被要求前来的人", "First interview with somebody who did not come by choice", "Первая беседа с тем, кто пришёл не по своей воле"],
 "purpose": ["承认他不是自愿来的，说清规定和选择，找一件他自己也愿意做的事。",
  "Say openly that they were made to come, what is fixed and what is theirs to choose, and find one thing they want themselves.",
  "Признать, что человек пришёл не сам, объяснить, что задано, а что выбирает он, и найти то, чего он хочет сам."],
 "questions": [
  ["是谁要您来的？您自己怎么看？", "Who made you come? What do you think of it yourself?", "Кто велел вам прийти? Что вы сами об этом думаете?"],
  ["哪些是规定、没法选的，哪些由您决定，我先说明白。", "Let me say first what is laid down and what is yours to decide.", "Сначала скажу, что установлено правилами, а что решаете вы."],
  ["我要向谁报告什么，不报告什么，您都知道了吗？", "Do you know what I must report, to whom, and what I do not?", "Знаете ли вы, о чём и кому я обязан(а) сообщать, а о чём нет?"],
  ["这件事让您最不服气的是哪一点？", "What about it seems most unfair to you?", "Что в этом кажется вам самым несправедливым?"],
  ["撇开别人的要求，您自己最想解决什么？", "Leaving aside what others demand: what do you yourself want to sort out?", "Если отвлечься от чужих требований: что хотите решить вы сами?"],
  ["要怎么样，这些要求才算结束？", "What has to happen for these demands to end?", "Что должно произойти, чтобы эти требования закончились?"],
  ["下次还来吗？怎样见面您觉得好受一些？", "Will you come again? What would make it easier?", "Придёте ещё? Что сделало бы встречу легче?"]]},
{"use": "assessment-interview", "groups": [],
 "title": ["评估访谈：人在环境中", "Assessment interview: the person and their surroundings", "Беседа для оценки: человек и его окружение"],
 "purpose": ["从身体、心理、家庭、社会几方面收集资料，同时找困难和长处；结果请服务对象确认。",
  "Gather what is needed about body, mind, family and surroundings, strengths beside difficulties; the client confirms the result.",
  "Собрать сведения о здоровье, душевном состоянии, семье и окружении, сильные стороны наряду с трудностями; клиент подтверждает итог."],
 "questions": [
  ["今天评估的目的、方法和大致步骤，我说清楚了吗？", "Have I explained the purpose, the methods and the steps of this assessment?", "Понятны ли цель, способы и ход этой оценки?"],
  ["这里说话安全吗？有没有人会听见？", "Is it safe to talk here? Could anybody overhear us?", "Безопасно ли здесь говорить? Может ли нас кто-то услышать?"],
  ["身体和睡眠怎样？有什么病，正在怎样治？", "How are your health and sleep? What illnesses are there, and how are they treated?", "Как здоровье и сон? Какие есть болезни и как их лечат?"],
  ["这两个星期心情怎样？什么时候好一点？", "How have you felt in the last two weeks? When is it a little better?", "Каким было настроение последние две недели? Когда бывает легче?"],
  ["家里都有谁？谁和谁近，谁和谁说不上话？", "Who belongs to the family? Who is close to whom, and who does not speak with whom?", "Кто в семье? Кто с кем близок, а кто не общается?"],
  ["工作、上学、住房、收入，哪一样最让您费心？", "Work, school, housing, money: which takes most of your strength?", "Работа, учёба, жильё, деньги: что отнимает больше всего сил?"],
  ["遇到难处时谁能搭把手？邻居、社区、单位呢？", "Who lends a hand when it is hard? Neighbours, the community, work?", "Кто помогает в трудную минуту? Соседи, община, работа?"],
  ["您做得好的是什么？别人夸您什么？", "What are you good at? What do others praise in you?", "Что у вас хорошо получается? За что вас хвалят?"],
  ["按您的看法，最要紧的三件事是什么？先做哪一件？", "In your view, which three things matter most? Which comes first?", "Что, по-вашему, три самых важных дела? С какого начать?"],
  ["我把听到的说一遍，您看哪里不对？", "Let me say back what I heard: what is not right?", "Я повторю услышанное: что здесь не так?"]]}
]$shipped$::jsonb $$;

create function three_wordings(words jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('zh-CN', words ->> 0, 'en', words ->> 1, 'ru', words ->> 2)
$$;

create function begin_with_outlines(given_agency uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  with shipped as (
    select gen_random_uuid() as id, one.outline, one.place
    from jsonb_array_elements(shipped_outlines()) with ordinality as one(outline, place)
  ), kept as (
    insert into interview_outlines (agency_id, id, edition, created_at)
    select given_agency, id, 1, timestamptz '2026-01-01T00:00:00Z' + place * interval '1 second' from shipped
  )
  insert into interview_outline_editions (agency_id, outline_id, edition, title, purpose, use, client_groups, questions, written_at)
  select given_agency, id, 1, three_wordings(outline -> 'title'), three_wordings(outline -> 'purpose'), outline ->> 'use',
    array(select jsonb_array_elements_text(outline -> 'groups')),
    (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'words', three_wordings(asked.words)) order by asked.place)
      from jsonb_array_elements(outline -> 'questions') with ordinality as asked(words, place)),
    now()
  from shipped
$$;
create function agencies_begin_with_outlines() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform begin_with_outlines(new.agency_id);
  return null;
end $$;
revoke execute on function shipped_outlines(), three_wordings(jsonb), begin_with_outlines(uuid), agencies_begin_with_outlines()
  from public;
create trigger agencies_begin_with_outlines after insert on agencies
  for each row execute function agencies_begin_with_outlines();
select begin_with_outlines(a.agency_id) from agencies a;
