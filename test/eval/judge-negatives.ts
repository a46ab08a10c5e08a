import { createRelevance, judgePrepared, prepareContext } from '@lamro/analysis';
import { loadGazetteer } from '@lamro/profiles';
import { type TemplateItem, templateItems, templateRecords } from './judge-templates.ts';

export interface TemplateScores {
  readonly set: string;
  /** Negative but accurate items, those of them with a figure that agrees with a record, and the flags raised on them. */
  readonly negative: number;
  readonly agreeing: number;
  readonly falseFlags: number;
  /** Share of accurate items with a figure whose suggested verdict is `accurate-negative` or `accurate`. */
  readonly confirmed: number;
  /** Items that contradict a record, and the share of them flagged with the right record. */
  readonly changed: number;
  readonly recall: number;
  readonly wrong: readonly string[];
}

/** Judges every template item on its own against the records of its province. */
export function judgeNegatives(): TemplateScores {
  const judged = [...Map.groupBy(templateItems(), ({ profile }) => profile)].flatMap(([profile, items]) => {
    const gazetteer = loadGazetteer(profile);
    const context = prepareContext({
      gazetteer,
      relevance: createRelevance(gazetteer),
      records: templateRecords(profile),
      related: [],
    });
    return items.map((one) => ({ ...one, judgement: judgePrepared(context, one.item) }));
  });
  const negative = judged.filter(({ accurate }) => accurate);
  const agreeing = negative.filter(({ withFigure }) => withFigure);
  const changed = judged.filter(({ accurate }) => !accurate);
  const isFound = ({ judgement, record }: TemplateItem & { judgement: ReturnType<typeof judgePrepared> }): boolean =>
    judgement.flag.raised && judgement.signals.some(({ evidence }) => evidence?.recordId === record);
  const falseFlags = negative.filter(({ judgement }) => judgement.flag.raised);
  const confirmed = agreeing.filter(({ judgement }) => judgement.verdictSuggestion?.startsWith('accurate') === true);
  return {
    set: 'negative templates',
    negative: negative.length,
    agreeing: agreeing.length,
    falseFlags: falseFlags.length,
    confirmed: confirmed.length / agreeing.length,
    changed: changed.length,
    recall: changed.filter(isFound).length / changed.length,
    wrong: [
      ...falseFlags,
      ...agreeing.filter((one) => !confirmed.includes(one)),
      ...changed.filter((one) => !isFound(one)),
    ].map(({ item }) => item.id),
  };
}
