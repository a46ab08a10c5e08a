import { z } from 'zod';

/** What people are told of, by the topics that they may choose letters for; every notice stands in the desk in any case. */
export const NOTICE_TOPICS = {
  flag: ['flag-raised', 'flag-reopened'],
  assignment: [
    'case-opened',
    'case-assigned',
    'assignment-awaits-approval',
    'assignment-rejected',
    'dossier-assigned',
    'dossier-finished',
  ],
  return: ['case-returned', 'dossier-returned'],
  opinion: ['opinion-requested', 'opinion-given'],
  deadline: ['deadline-before', 'deadline-due', 'deadline-after', 'deadline-moved', 'deadline-extended'],
  approval: ['response-submitted', 'response-approved'],
  'sent-back': ['response-sent-back', 'response-commented'],
  release: [
    'case-released',
    'release-withdrawn',
    'clarification-published',
    'clarification-opened',
    'clarification-closed',
    'ground-withdrawn',
  ],
  outcome: ['outcome-proposed', 'outcome-confirmed', 'case-closed-without-response', 'case-reopened'],
  report: [
    'report-confirmed',
    'report-dismissed',
    'report-needs-evidence',
    'report-no-sign',
    'report-not-about-us',
    'report-failed',
  ],
  briefing: ['briefing-drafted', 'briefing-issued', 'report-due', 'report-drafted', 'report-issued'],
  source: ['source-alarm'],
  integrity: ['chain-broken'],
} as const;

export type NoticeTopic = keyof typeof NOTICE_TOPICS;
export type NoticeKind = (typeof NOTICE_TOPICS)[NoticeTopic][number];

const [firstTopic, ...otherTopics] = Object.keys(NOTICE_TOPICS).filter(isTopic);
export const noticeTopicSchema = z.enum([firstTopic ?? 'flag', ...otherTopics]);
export const noticeKindSchema = z.enum(Object.values(NOTICE_TOPICS).flat());

function isTopic(name: string): name is NoticeTopic {
  return Object.hasOwn(NOTICE_TOPICS, name);
}

/**
 * The topic of a kind of notice; null for a kind of an earlier release.
 *
 * @example topicOf('case-assigned') // 'assignment'
 */
export function topicOf(kind: string): NoticeTopic | null {
  for (const topic of noticeTopicSchema.options) {
    if (NOTICE_TOPICS[topic].some((candidate) => candidate === kind)) return topic;
  }
  return null;
}
