/**
 * What people choose first when at least eight characters are asked for, in small letters; also when digits or marks
 * are put behind them.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 87654321 987654321 0987654321 11223344 12341234 12121212 123123123 147258369 789456123
   1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 qwertyui qwertyuiop qwerty123 qwertz123 asdfghjk asdfghjkl zxcvbnm1 zaq12wsx
   qazwsxedc abcdefgh abcd1234 abc12345 a1b2c3d4 aa123456 password passwort passw0rd p@ssword p@ssw0rd pa55word
   password1 password12 password123 passwords mypassword letmein1 letmeinnow welcome1 welcome123 changeme changeme1
   administrator admin123 admin1234 adminadmin root1234 rootroot testtest test1234 testing1 guest123 default1 secret123
   iloveyou iloveyou1 iloveyou2 sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball
   superman superman1 spiderman batman123 starwars pokemon1 dragon123 monkey123 shadow12 master12 master123 michael1
   jennifer michelle jordan23 charlie1 computer internet whatever trustno1 freedom1 liverpool manchester chocolate
   butterfly lovelove hello123 hellohello snoopy123 flower123 summer2024 summer2025 winter2024 winter2025 correcthorse
   citation citations research science1 spokes12 spokes123`.split(/\s+/),
);
