/** What the user has said about the file, and what its text says. */
export interface Circumstances {
  /** The setting `nianbao.detect`. */
  readonly detect: 'auto' | 'ask' | 'off';
  /** `files.associations` names a language for the file. */
  readonly associated: boolean;
  /** The user has switched the file back from being a report. */
  readonly switchedBack: boolean;
  /** The file is in plain text; another language it has by somebody's wish. */
  readonly isPlain: boolean;
  /** The user has said before that it is a report. */
  readonly accepted: boolean;
  /** The user does not want to be asked in this workspace. */
  readonly unasked: boolean;
  /** Asked last, as it costs most. */
  readonly isReport: () => boolean;
}

/**
 * Whether a file becomes a report, is offered to become one, or is left alone. The user's word always comes
 * first.
 */
export function decide({
  detect,
  associated,
  switchedBack,
  isPlain,
  accepted,
  unasked,
  isReport,
}: Circumstances): 'switch' | 'offer' | 'leave' {
  const asks = !accepted && (detect === 'ask' || !isPlain);
  if (detect === 'off' || associated || switchedBack || (asks && unasked) || !isReport()) return 'leave';
  return asks ? 'offer' : 'switch';
}
