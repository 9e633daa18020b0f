/** The language id of reports; settings and commands have it as their prefix. */
export const REPORT = 'nianbao';
