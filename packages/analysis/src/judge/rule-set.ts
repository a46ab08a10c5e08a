import { createHash } from 'node:crypto';
import antonyms from '../../data/lexicon/antonyms.json' with { type: 'json' };
import causes from '../../data/lexicon/causes.json' with { type: 'json' };
import concepts from '../../data/lexicon/concepts.json' with { type: 'json' };
import cues from '../../data/lexicon/cues.json' with { type: 'json' };
import deeds from '../../data/lexicon/deeds.json' with { type: 'json' };
import economy from '../../data/lexicon/economy.json' with { type: 'json' };
import glossaryDoings from '../../data/lexicon/glossary/doings.json' with { type: 'json' };
import glossaryInstitutions from '../../data/lexicon/glossary/institutions.json' with { type: 'json' };
import glossaryThings from '../../data/lexicon/glossary/things.json' with { type: 'json' };
import modality from '../../data/lexicon/modality.json' with { type: 'json' };
import numbers from '../../data/lexicon/numbers.json' with { type: 'json' };
import provinceNames from '../../data/lexicon/provinces.json' with { type: 'json' };
import shares from '../../data/lexicon/shares.json' with { type: 'json' };
import society from '../../data/lexicon/society.json' with { type: 'json' };
import units from '../../data/lexicon/units.json' with { type: 'json' };
import conflictTrees from '../../data/weights/conflict.json' with { type: 'json' };
import verifyWeights from '../../data/weights/verify.json' with { type: 'json' };
import { FIELD_FILES, STATE_FILES } from '../lexicon/files.ts';
import provinces from '../places/provinces.json' with { type: 'json' };
import sectorEconomy from '../sectors/lexicon/economy.json' with { type: 'json' };
import sectorSociety from '../sectors/lexicon/society.json' with { type: 'json' };
import sectorState from '../sectors/lexicon/state.json' with { type: 'json' };
import stopwords from '../stories/stopwords.json' with { type: 'json' };
import han from '../transcription/han.json' with { type: 'json' };
import { type FlagWeights, START_WEIGHTS } from '../verdict/score.ts';

/** Raised by whoever changes a rule so that the same text with the same lexicon would be judged differently. */
export const RULES_VERSION = 6;

/** Everything that rules read beside the text, the official records and the province's gazetteer. */
const DATA = digest([
  antonyms,
  causes,
  concepts,
  cues,
  deeds,
  economy,
  FIELD_FILES,
  glossaryDoings,
  glossaryInstitutions,
  glossaryThings,
  modality,
  numbers,
  provinceNames,
  shares,
  society,
  STATE_FILES,
  units,
  conflictTrees,
  verifyWeights,
  provinces,
  sectorEconomy,
  sectorSociety,
  sectorState,
  stopwords,
  han,
]);

/**
 * Name of the set of rules by which an item is judged: the version of the rules, a digest of the lexicon, and one of the
 * weights of the flag score. Two judgements of one text under one name differ only by records, other tellings and models.
 *
 * @example ruleSetVersion(START_WEIGHTS) // 'rules-5.4f0c1a2b9d3e.91b2c3d4'
 */
export function ruleSetVersion(weights: FlagWeights = START_WEIGHTS): string {
  return `rules-${RULES_VERSION}.${DATA.slice(0, 12)}.${digest(weights).slice(0, 8)}`;
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
