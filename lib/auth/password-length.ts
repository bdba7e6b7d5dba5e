/** How long a password may be, in characters; NIST SP 800-63B asks for at least 8, and to take long ones. */
export const PASSWORD_LENGTH = { min: 8, max: 200 } as const;
