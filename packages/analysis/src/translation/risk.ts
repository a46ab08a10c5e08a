import { compareFigures } from '../figures/compare.ts';
import { type Figure, findFigures } from '../figures/figure.ts';
import { type CueId, findCues, isReadable } from '../lexicon/concepts.ts';

/** Something that a translation may have lost, added or turned round. `why` is one Vietnamese sentence. */
export interface TranslationRisk {
  readonly kind: 'figure' | 'negation' | 'attribution' | 'unchecked';
  readonly why: string;
}

/**
 * Holds the translation of one sentence against its original: figures must meet in both directions, a negation or denial must
 * stand in both or in neither, and so must the naming of a source. A language whose negations are not in the lexicon cannot
 * be checked, which counts as a risk. Nothing that has a risk may serve as evidence.
 *
 * @param from and `to` ISO 639-1
 * @example translationRisks('The port is not closed.', 'en', 'Cảng đóng cửa.', 'vi')[0]?.kind // 'negation'
 */
export function translationRisks(original: string, from: string, translation: string, to: string): TranslationRisk[] {
  const unreadable = [from, to].filter((language) => !isReadable(language));
  const unchecked = unreadable.map(
    (language): TranslationRisk => ({
      kind: 'unchecked',
      why: `Chưa kiểm được phủ định và nguồn tin của bản dịch vì từ điển chưa có ngôn ngữ "${language}".`,
    }),
  );
  return [
    ...figureRisks(findFigures(original, from), findFigures(translation, to)),
    ...(unchecked.length > 0 ? unchecked : cueRisks(cuesOf(original, from), cuesOf(translation, to))),
  ];
}

function figureRisks(originals: readonly Figure[], translated: readonly Figure[]): TranslationRisk[] {
  const lost = originals.filter((figure) => !translated.some((other) => compareFigures(other, figure) === 'agrees'));
  const added = translated.filter((figure) => !originals.some((other) => compareFigures(figure, other) === 'agrees'));
  return [
    ...lost.map(
      ({ quote }): TranslationRisk => ({ kind: 'figure', why: `Bản dịch không có số "${quote}" của nguyên văn.` }),
    ),
    ...added.map(
      ({ quote }): TranslationRisk => ({ kind: 'figure', why: `Bản dịch nêu số "${quote}" mà nguyên văn không có.` }),
    ),
  ];
}

type Cues = ReadonlySet<CueId>;

function cuesOf(text: string, language: string): Cues {
  return new Set(findCues(text, language).map(({ id }) => id));
}

const NEGATING: readonly CueId[] = ['negation', 'none', 'denial'];
const SOURCES: readonly { readonly ids: readonly CueId[]; readonly name: string }[] = [
  { ids: ['official-source'], name: 'nguồn chính thức' },
  { ids: ['vague-source', 'rumour'], name: 'nguồn không nêu tên hoặc tin đồn' },
];

function cueRisks(original: Cues, translation: Cues): TranslationRisk[] {
  const differ = (ids: readonly CueId[]) => {
    const [before, after] = [original, translation].map((cues) => ids.some((id) => cues.has(id)));
    return before === after ? null : before;
  };
  const negated = differ(NEGATING);
  const negation: TranslationRisk[] =
    negated === null
      ? []
      : [
          {
            kind: 'negation',
            why: negated
              ? 'Nguyên văn có phủ định hoặc bác bỏ, bản dịch thì không.'
              : 'Bản dịch có phủ định hoặc bác bỏ, nguyên văn thì không.',
          },
        ];
  return [
    ...negation,
    ...SOURCES.flatMap(({ ids, name }): TranslationRisk[] => {
      const lost = differ(ids);
      if (lost === null) return [];
      return [{ kind: 'attribution', why: `${lost ? 'Bản dịch bỏ mất' : 'Bản dịch thêm'} ${name}.` }];
    }),
  ];
}
