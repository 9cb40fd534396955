import { carryToColumns } from './corrections/carry-columns';
import { placeCorrections } from './corrections/carry-corrections';
import { correctedInput } from './corrections/corrected-input';
import { placeSteps } from './corrections/carry-steps';
import {
  inverseOf,
  NO_CORRECTIONS,
  takeStep,
  type Corrections,
  type CorrectionStep,
} from './corrections/corrections';
import { correctionStep } from './corrections/correct';
import { allCarriedOver, discardStep, type CarriedOver } from './corrections/carried-over';
import {
  carryDecisions,
  confirm,
  NO_DECISIONS,
  overrule,
  sameByCredential,
  sameButFor,
  skipErrors,
} from './plan/decide';
import type { Decision } from './corrections/decision';
import type { Decisions, Review } from './cross-row/review';
import type { WrittenSheet } from './group/review-input';
import { reviewAgain, reviewSheet } from './view/review-sheet';
import { NONE } from './match/match-rows';
import type { LocatedGroup } from './terms/matched-row';
import { placeOfRow } from './match/row-place';
import {
  isVersionOf,
  saveCorrections,
  savedFor,
  type SavedCorrections,
} from './corrections/saved-corrections';

/**
 * A sheet under review. It is made from the written sheet and the corrections alone, so that an
 * undo gives the very review.
 */
export interface Reviewed {
  /** Without corrections. */
  readonly written: WrittenSheet;
  readonly corrections: Corrections;
  readonly review: Review;
  readonly decisions: Decisions;
  /** Steps that can be undone and redone; the last one comes first. */
  readonly done: readonly CorrectionStep[];
  readonly undone: readonly CorrectionStep[];
  /** The corrections that were made in an earlier version of the sheet. */
  readonly carriedOver: CarriedOver;
  /** The corrections of earlier sheets, and of rows that this one does not have. */
  readonly saved: readonly SavedCorrections[];
}

/**
 * Reviews a sheet. The decisions of the last review hold where this is the same sheet or a version
 * of it.
 */
export function beginReview(written: WrittenSheet, last: Reviewed | null): Reviewed {
  if (last === null) return firstReview(written, []);
  const isSameTable = last.written.table === written.table;
  const saved = isSameTable ? last.saved : saveCorrections(last.saved, last.written, last.corrections);
  if (!isSameTable && !isVersionOf(written, last.written)) return firstReview(written, saved);
  const { corrections, done, undone } = isSameTable
    ? carryToColumns(last.written, written, last)
    : {
        corrections: correctionsFor(written, saved),
        done: placeSteps(last.written, written, last.done),
        undone: placeSteps(last.written, written, last.undone),
      };
  const review = reviewSheet(correctedInput(written, corrections));
  const { reported } = review.crossRow;
  const same = sameByCredential(last.review, review);
  const decisions = carryDecisions(last.review, last.decisions, review, reported, same);
  const carriedOver = isSameTable ? last.carriedOver : allCarriedOver(corrections);
  return { written, corrections, review, decisions, done, undone, carriedOver, saved };
}

/** The review of another sheet than the last one. It may have been here earlier. */
function firstReview(written: WrittenSheet, saved: readonly SavedCorrections[]): Reviewed {
  const corrections = correctionsFor(written, saved);
  const review = reviewSheet(correctedInput(written, corrections));
  const carriedOver = allCarriedOver(corrections);
  return { written, corrections, review, decisions: NO_DECISIONS, done: [], undone: [], carriedOver, saved };
}

function correctionsFor(written: WrittenSheet, saved: readonly SavedCorrections[]): Corrections {
  const known = savedFor(saved, written);
  return known === null ? NO_CORRECTIONS : placeCorrections(written, known.corrections);
}

/** The same review with the groups in which keys were found that match nothing in this one. */
export function withLocated(before: Reviewed, located: ReadonlyMap<string, LocatedGroup>): Reviewed {
  const written = { ...before.written, located };
  const places = [...before.review.rows.position.keys()].filter(
    (place) => before.review.rows.position[place] === NONE,
  );
  return rejudge({ ...before, written }, before.corrections, places);
}

/** The review after one decision of the admin; the same object when it changes nothing. */
export function decide(before: Reviewed, decision: Decision): Reviewed {
  const { written, corrections, review, decisions, done, undone } = before;
  switch (decision.kind) {
    case 'confirm':
      return { ...before, decisions: confirm(decisions, decision.code, decision.confirmed) };
    case 'overrule':
      return { ...before, decisions: overrule(review, decisions, decision.code, decision.rows) };
    case 'skip-errors':
      return { ...before, decisions: skipErrors(decisions, decision.skip) };
    case 'undo': {
      const last = done.at(-1);
      if (last === undefined) return before;
      return { ...afterStep(before, inverseOf(last)), done: done.slice(0, -1), undone: [...undone, last] };
    }
    case 'redo': {
      const next = undone.at(-1);
      if (next === undefined) return before;
      return { ...afterStep(before, next), done: [...done, next], undone: undone.slice(0, -1) };
    }
    default: {
      const step =
        decision.kind === 'discard-carried-over'
          ? discardStep(corrections, before.carriedOver)
          : correctionStep(written, review, corrections, decision);
      if (step === null) return before;
      return { ...afterStep(before, step), done: [...done.slice(1 - MOST_STEPS), step], undone: [] };
    }
  }
}

/** The most steps that can be undone: a step over a whole column holds each of its cells. */
const MOST_STEPS = 200;

/**
 * Judges again the rows of a step; all rows where it is about a column, or about cosmetic
 * differences.
 */
function afterStep(before: Reviewed, step: CorrectionStep): Reviewed {
  const corrections = takeStep(before.corrections, step);
  const { rows } = before.written.table;
  const places =
    step.columns === null && step.counted === null
      ? step.rows.map(({ row }) => placeOfRow(rows, row)).filter((place) => place >= 0)
      : [...rows.keys()];
  return rejudge(before, corrections, places);
}

function rejudge(before: Reviewed, corrections: Corrections, places: readonly number[]): Reviewed {
  const input = correctedInput(before.written, corrections);
  const { review, differing } = reviewAgain(before.review, input, places);
  const same = sameButFor(places);
  const decisions = carryDecisions(before.review, before.decisions, review, differing, same);
  return { ...before, corrections, review, decisions };
}
