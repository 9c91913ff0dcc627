// How a finding about a text is made: please-confirm, and open again when the text that it is about changes.
import { type NarrativeId, narrativePlaces, type Place, placeOfNarrative } from '../../report/format.ts';
import type { Finding } from '../finding.ts';
import { sentencesOf, textMark } from './sentences.ts';

/** `about` is the text that the explanation is written for. */
export function textFinding(kind: string, narrative: NarrativeId, sentence: string, about: string): Finding {
  return {
    ...lintFinding(kind, placeOfNarrative[narrative], sentence),
    figures: { [`text/${narrative}`]: textMark(about) },
  };
}

export const lintFinding = (kind: string, section: Place, sentence: string): Finding => ({
  kind: 'lint',
  id: `lint/${kind}`,
  level: 'confirm',
  section,
  sentence,
  cells: [],
  figures: {},
});

/** One finding for all sentences of a narrative in which `find` finds words; undefined where it finds none. */
export function inSentences(
  kind: string,
  narrative: NarrativeId,
  text: string,
  says: (words: string) => string,
  find: (sentence: string) => string | undefined,
): Finding | undefined {
  const found = sentencesOf(text).flatMap((sentence) => {
    const words = find(sentence);
    return words === undefined ? [] : [{ sentence, words }];
  });
  const [first] = found;
  if (!first) return undefined;
  const more = found.length > 1 ? `，另有 ${found.length - 1} 处` : '';
  const about = found.map(({ sentence }) => sentence).join('\n');
  return textFinding(kind, narrative, `${narrativePlaces[narrative]}${says(clip(first.words))}${more}。`, about);
}

const clip = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);
