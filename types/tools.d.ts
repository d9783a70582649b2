// What pages tell the site's scripts. `make types` writes this file: do not edit it.

/** Words with `{names}` that are still to be filled in. */
export type Sentence<Name extends string> = string & { readonly names?: Name };

/** Words that count something, `{n}`, by the language's plural categories. */
export type Counted<Name extends string> = { readonly other: Sentence<Name> } & {
  readonly [category in Intl.LDMLPluralRule]?: Sentence<Name>;
};

/** Where a scorecard that can be filled in on the page begins: who it is for, and how its parts are named. */
export interface ScorecardForm {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly stage: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly language: string;
  readonly skills: readonly RatedSkill[];
  readonly stages: readonly RatedStage[];
  readonly plan: readonly (readonly [number, string])[];
  readonly screening: readonly (readonly [string, string])[];
  readonly keys: readonly (readonly [string, number])[];
  readonly days: number;
  readonly notes: readonly (readonly [string, string])[];
}

/** A skill as it is rated: what a rating of it rests on. */
export interface RatedSkill {
  readonly id: string;
  readonly name: string;
  readonly needed: number;
  readonly weight: number;
  readonly must_have: boolean;
  readonly anchors: string;
  readonly answers: readonly RatedAnswer[];
}

/** One of several answers that show the same skill: each is rated beneath the skill. */
export interface RatedAnswer {
  readonly question: string;
  readonly label: string;
  readonly text: string;
}

/** A stage of the interview, and the ids of the skills that it rates. */
export interface RatedStage {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly counts: readonly string[];
  readonly raters: readonly string[];
  readonly questions: readonly (readonly [string, string])[];
}

/** Where a panel's sealed scorecards are compared. */
export interface Debrief {
  readonly roles: readonly (readonly [string, string, string])[];
  readonly language: string;
  readonly schema: string;
  readonly outcomes: readonly (readonly [string, string])[];
  readonly records: readonly (readonly [string, string])[];
}

/** Where a reader finds the model that fits: questions, and what follows from the answers. */
export interface Planner {
  readonly title: string;
  readonly questions: readonly PlannerQuestion[];
  readonly now: string;
  readonly later: string;
  readonly leaders: string;
  readonly span: readonly [number, number];
  readonly models: readonly PlannerModel[];
  readonly roles: readonly PlannerRole[];
  readonly quantities: readonly (readonly [string, string])[];
  readonly ratios: readonly PlannerRatio[];
}

/** What the planner asks: for a number between two others, or for one or several of some options. */
export interface PlannerQuestion {
  readonly id: string;
  readonly text: string;
  readonly options: readonly (readonly [string, string])[];
  readonly several: boolean;
  readonly low: number;
  readonly high: number;
  readonly usual: number | null;
}

/** A leadership model, with its team at every size that can be answered. */
export interface PlannerModel {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly fits: readonly PlannerCriterion[];
  readonly stops_fitting: readonly PlannerCriterion[];
  readonly shapes: readonly PlannerShape[];
  readonly teams: readonly (readonly [number, readonly number[], number])[];
  readonly triggers: readonly (readonly [string, string])[];
}

/** A statement about a model, and the answers for which it holds. */
export interface PlannerCriterion {
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[] | null;
  readonly judged: boolean;
  readonly chosen: readonly string[];
  readonly answer: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** An organisation of a model as a tree; how many people stand at each place depends on the size. */
export interface PlannerShape {
  readonly name: string;
  readonly note: string;
  readonly people: number;
  readonly root: OrgNode;
  readonly roles: readonly string[];
  readonly grows: readonly string[];
  readonly gaps: readonly PlannerDuty[];
  readonly overlaps: readonly PlannerDuty[];
}

/** A place in an organisation chart, with those who report to it. */
export interface OrgNode {
  readonly title: string;
  readonly to: string | null;
  readonly count: number;
  readonly label: string;
  readonly reports: readonly OrgNode[];
}

/** A duty for which nobody is accountable, or more than one. */
export interface PlannerDuty {
  readonly text: string;
  readonly to: string;
  readonly accountable: readonly string[];
}

/** A role, and how the planner speaks of it. */
export interface PlannerRole {
  readonly id: string;
  readonly title: string;
  readonly to: string | null;
  readonly kit: string | null;
  readonly counted: boolean;
  readonly grows_into: readonly string[];
}

/** How many of a quantity keep one person busy. */
export interface PlannerRatio {
  readonly work: string;
  readonly role: string;
  readonly quantity: string;
  readonly beyond: number;
  readonly one_for: number;
  readonly at_least: number;
  readonly at_most: number;
}

/** What is left of a form, what can be done with it, and what comes after it. Its fields are the page's blocks. */
export interface FillIn {
  readonly id: string;
  readonly days: number;
  readonly language: string;
  readonly next: Run | null;
  readonly is_plan: boolean;
  readonly is_letter: boolean;
}

/** A stretch of text, perhaps strong, perhaps a link to a document or a web address. */
export interface Run {
  readonly text: string;
  readonly to: string | null;
  readonly url: string;
  readonly strong: boolean;
  readonly field: string;
  readonly language: string;
}

/** Where the dates of a timeline are computed from the day on which it begins. Its table follows it. */
export interface Timeline {
  readonly form: string;
  readonly label: string;
  readonly language: string;
  readonly weekend: readonly number[];
  readonly steps: readonly TimelineStep[];
}

/** A step of a timeline: it takes either working days or days of the calendar, and 0 of the other. */
export interface TimelineStep {
  readonly name: string;
  readonly owner: string;
  readonly working_days: number;
  readonly days: number;
}

/** What a role's scorecards rate: a page's `rating.json`, which the debrief's script fetches. */
export interface RatedRole {
  readonly role: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly scale: readonly Level[];
  readonly skills: readonly WeighedSkill[];
  readonly stages: readonly RatedStage[];
  readonly recommendations: readonly Recommendation[];
  readonly screening: readonly (readonly [string, string])[];
}

/** A level of the rating scale. */
export interface Level {
  readonly level: number;
  readonly name: string;
}

/** A skill as it is rated, and why it weighs what it does. */
export interface WeighedSkill {
  readonly id: string;
  readonly name: string;
  readonly needed: number;
  readonly weight: number;
  readonly must_have: boolean;
  readonly anchors: string;
  readonly answers: readonly RatedAnswer[];
  readonly reason: string;
}

/** What a scorecard can end with. */
export interface Recommendation {
  readonly id: string;
  readonly name: string;
}

/** A filled-in scorecard (rolebook-scorecard, version 1). */
export interface ScorecardFile {
  format: "rolebook-scorecard";
  version: 1;
  id: string;
  revision: number;
  kit: {
    version: string;
    fingerprint: string;
  };
  role: string;
  stage: string | "";
  language: string;
  candidate: string;
  interviewer: string;
  date: string;
  started: string;
  changed: string;
  sealed: string | null;
  reopened: {
    at: string;
    reason: string;
  }[];
  seconds: number;
  ratings: {
    skill: string;
    rating: number | "not-assessed" | null;
    evidence: string;
    answers?: {
      question: string;
      rating: number | "not-assessed" | null;
    }[];
    basis: {
      needed: number;
      weight: number;
      must_have: boolean;
      anchors: string;
    };
  }[];
  screening?: {
    item: string;
    answer: string;
  }[];
  points?: {
    question: string;
    given: string[];
  }[];
  notes?: {
    question: string;
    text: string;
  }[];
  recommendation: {
    choice: string | null;
    reason: string;
  };
  checksum: string | null;
}

export interface ScorecardFormWords {
  readonly unnamed: string;
  readonly saved: string;
  readonly restored: string;
  readonly deleted: string;
  readonly undone: string;
  readonly allDeleted: string;
  readonly sure: string;
  readonly forbidden: string;
  readonly full: string;
  readonly elsewhere: string;
  readonly copy: Sentence<"name">;
  readonly outdated: string;
  readonly missing: string;
  readonly evidenceFor: Sentence<"skill">;
  readonly answerFor: Sentence<"skill" | "question">;
  readonly colon: string;
  readonly ratingFor: Sentence<"skill">;
  readonly sealed: Sentence<"time" | "name">;
  readonly shareText: Sentence<"candidate" | "interviewer">;
  readonly shared: string;
  readonly notShared: string;
  readonly code: Sentence<"letter">;
  readonly letters: string;
  readonly useCode: Sentence<"code">;
  readonly rated: Sentence<"some" | "n">;
  readonly notes: string;
  readonly reopened: string;
  readonly reasonNeeded: string;
  readonly insecure: string;
  readonly recommendation: string;
  readonly reason: string;
  readonly candidate: string;
  readonly interviewer: string;
  readonly date: string;
  readonly over: string;
  readonly until: Sentence<"part" | "end">;
  readonly skill: string;
  readonly rating: string;
  readonly evidence: string;
  readonly notAssessed: string;
}

/** What a page tells the script of its ScorecardForm. */
export interface ScorecardFormData {
  readonly block: ScorecardForm;
  readonly words: ScorecardFormWords;
}

export interface DebriefWords {
  readonly read: Sentence<"role" | "cards" | "candidates">;
  readonly cards: Counted<"n">;
  readonly candidates: Counted<"n">;
  readonly refused: string;
  readonly tooLarge: string;
  readonly notJson: string;
  readonly notScorecard: Sentence<"where">;
  readonly unsealed: string;
  readonly altered: string;
  readonly unknownRole: Sentence<"role">;
  readonly otherRole: Sentence<"role">;
  readonly twice: string;
  readonly insecure: string;
  readonly unreadable: string;
  readonly outdated: string;
  readonly anyway: string;
  readonly versionWas: Sentence<"old" | "new">;
  readonly dropped: Sentence<"skill">;
  readonly added: Sentence<"skill">;
  readonly levelWas: Sentence<"skill" | "old" | "new">;
  readonly weightWas: Sentence<"skill" | "old" | "new">;
  readonly mustHaveWas: Sentence<"skill">;
  readonly anchorsWere: Sentence<"skill">;
  readonly otherwise: string;
  readonly replaced: string;
  readonly example: string;
  readonly startOver: string;
  readonly exampleIs: Sentence<"role">;
  readonly removeExample: string;
  readonly contents: string;
  readonly record: string;
  readonly cardsTitle: string;
  readonly cardsByStage: string;
  readonly standing: string;
  readonly standingShort: string;
  readonly handedIn: string;
  readonly ofCards: Counted<"some" | "n">;
  readonly ratedLow: Counted<"n">;
  readonly levelsApart: Counted<"n">;
  readonly picture: string;
  readonly pictureShort: string;
  readonly cardsMissing: Counted<"n">;
  readonly cardMissing: string;
  readonly missing: Counted<"n">;
  readonly absent: Sentence<"names">;
  readonly expected: Sentence<"names">;
  readonly takeAway: Sentence<"what">;
  readonly alikeTitle: string;
  readonly alike: Sentence<"from" | "to">;
  readonly join: string;
  readonly keepApart: string;
  readonly joined: Sentence<"from" | "to">;
  readonly separate: string;
  readonly noneLow: string;
  readonly others: string;
  readonly ratings: string;
  readonly rating: string;
  readonly key: string;
  readonly neededHere: string;
  readonly underLevel: string;
  readonly candidateShort: string;
  readonly stage: string;
  readonly levelNeeded: string;
  readonly checksum: string;
  readonly skill: string;
  readonly mean: string;
  readonly spread: string;
  readonly toNote: string;
  readonly apart: string;
  readonly toDiscuss: string;
  readonly notMet: string;
  readonly notRated: string;
  readonly notCounted: string;
  readonly short: string;
  readonly mustHave: string;
  readonly needed: Sentence<"level">;
  readonly weight: Sentence<"weight">;
  readonly total: string;
  readonly rated: string;
  readonly of: Sentence<"some" | "all">;
  readonly missed: string;
  readonly discussed: string;
  readonly none: string;
  readonly recommendations: string;
  readonly notAssessed: string;
  readonly answers: string;
  readonly screening: string;
  readonly further: string;
  readonly taken: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly interviewer: string;
  readonly recommendation: string;
  readonly reason: string;
  readonly weights: string;
  readonly equal: string;
  readonly unnamed: string;
  readonly whole: string;
  readonly differs: string;
  readonly repeated: string;
  readonly reopened: Counted<"n">;
  readonly decision: string;
  readonly reasonInTerms: string;
  readonly decisionFor: Sentence<"name">;
  readonly reasonFor: Sentence<"name">;
  readonly recordLacks: string;
  readonly sign: string;
  readonly signHint: string;
  readonly print: string;
  readonly download: string;
  readonly comma: string;
  readonly colon: string;
  readonly candidate1: string;
  readonly candidate2: string;
  readonly person1: string;
  readonly person2: string;
  readonly person3: string;
  readonly person4: string;
  readonly said1: string;
  readonly said2: string;
  readonly said3: string;
  readonly said4: string;
  readonly said5: string;
  readonly noted: string;
  readonly exampleYes: string;
  readonly exampleNo: string;
}

/** What a page tells the script of its Debrief. */
export interface DebriefData {
  readonly block: Debrief;
  readonly words: DebriefWords;
}

export interface PlannerWords {
  readonly answer: Sentence<"model" | "people" | "leading">;
  readonly alone: Sentence<"model" | "people">;
  readonly begun: Counted<"model" | "n" | "whole">;
  readonly first: Sentence<"role">;
  readonly nobodyToHire: string;
  readonly oneLeader: string;
  readonly leading: Counted<"n">;
  readonly people: Counted<"n">;
  readonly none: Sentence<"people">;
  readonly invalid: string;
  readonly guide: string;
  readonly recommended: string;
  readonly choose: string;
  readonly verdict: Counted<"met" | "n">;
  readonly against: string;
  readonly unanswered: string;
  readonly limits: string;
  readonly outside: string;
  readonly small: Counted<"n">;
  readonly large: Counted<"high" | "n">;
  readonly span: Counted<"n" | "low" | "high">;
  readonly leaders: Counted<"n" | "given">;
  readonly help: string;
  readonly planFor: Counted<"n">;
  readonly planLeaders: Counted<"n">;
  readonly today: Sentence<"people">;
  readonly later: Sentence<"people">;
  readonly assumed: Sentence<"model">;
  readonly assumedOnly: string;
  readonly nobody: string;
  readonly hire: Sentence<"n">;
  readonly ofToday: string;
  readonly hires: string;
  readonly more: Counted<"n">;
  readonly talks: string;
  readonly rise: Counted<"from" | "n" | "to">;
  readonly offer: Counted<"from" | "n" | "to">;
  readonly without: Counted<"from" | "n">;
  readonly leads: Counted<"n">;
  readonly leadsArea: Counted<"area" | "n">;
  readonly otherwise: Counted<"n" | "high">;
  readonly figures: Sentence<"work" | "need" | "have">;
  readonly nobodyDoes: Sentence<"work">;
  readonly nobodyHas: string;
  readonly cover: string;
  readonly filled: Counted<"n" | "have">;
  readonly sign: string;
  readonly kit: string;
  readonly sized: Sentence<"people" | "low" | "high">;
  readonly workTable: string;
  readonly work: string;
  readonly role: string;
  readonly fullTime: string;
  readonly planned: string;
  readonly total: string;
  readonly answers: string;
  readonly evidence: string;
  readonly others: string;
  readonly duties: string;
  readonly met: string;
  readonly notMet: string;
  readonly judge: string;
  readonly editorial: string;
  readonly fact: string;
  readonly condition: string;
  readonly threshold: string;
  readonly atLeast: Sentence<"n">;
  readonly atMost: Sentence<"n">;
  readonly between: Sentence<"low" | "high">;
  readonly result: string;
  readonly source: string;
  readonly stops: string;
  readonly fitsWhen: string;
  readonly applies: string;
  readonly doesNot: string;
  readonly gaps: string;
  readonly overlaps: string;
  readonly noGaps: string;
  readonly noOverlaps: string;
  readonly comma: string;
  readonly colon: string;
}

/** What a page tells the script of its Planner. */
export interface PlannerData {
  readonly block: Planner;
  readonly words: PlannerWords;
}

export interface FillInWords {
  readonly filled: Sentence<"n" | "total">;
  readonly next: string;
  readonly day: string;
  readonly done: Sentence<"n" | "total">;
  readonly before: Sentence<"done" | "day">;
  readonly by: Sentence<"done" | "day">;
  readonly copied: string;
  readonly failed: string;
  readonly empty: string;
  readonly undo: string;
  readonly handed: Sentence<"name">;
  readonly ask: Sentence<"name">;
  readonly replace: string;
  readonly leave: string;
  readonly sure: string;
  readonly cleared: string;
  readonly unkept: string;
}

/** What a page tells the script of its FillIn. */
export interface FillInData {
  readonly block: FillIn;
  readonly words: FillInWords;
}

export interface TimelineWords {
  readonly first: Sentence<"day">;
  readonly none: string;
}

/** What a page tells the script of its Timeline. */
export interface TimelineData {
  readonly block: Timeline;
  readonly words: TimelineWords;
}
