/*
 * The indicator formula language, second edition. docs/formulas.md explains each form with an example.
 */
grammar IndicatorFormula;

formula : expression EOF ;

expression
    : '(' expression ')'                                                # parenthesised
    | expression operator=('*' | '/') expression                        # arithmetic
    | expression operator=('+' | '-') expression                        # arithmetic
    | NUMBER                                                            # constant
    | 'reported' '(' figures ')'                                        # reported
    | 'sum' '(' figures ')'                                             # total
    | 'mean' '(' figures weight ')'                                     # mean
    | 'harmonic' '(' figures weight ')'                                 # harmonic
    | 'ratio' '(' added ',' added ('per' NUMBER)? ')'                   # ratio
    | 'share' '(' added ',' added ')'                                   # share
    | 'difference' '(' expression ',' expression ')'                    # difference
    | 'gap' '(' expression ',' selection ',' selection ')'              # gap
    | 'spread' '(' expression weight ')'                                # spread
    ;

added     : figures ('+' figures)* ;
weight    : 'weight' figures LATEST? ;
figures   : MEASURE selection? ;
selection : '[' condition (',' condition)* ']' ;
condition : dimension=('form' | 'grade' | 'sex' | 'programme') (WORD | NUMBER) ;

LATEST  : 'latest' ;
MEASURE : [a-z] [a-z0-9]* '.' [a-z0-9]+ ('-' [a-z0-9]+)* ;
NUMBER  : [0-9]+ ('.' [0-9]+)? ;
WORD    : [A-Za-z] [A-Za-z0-9]* ('-' [A-Za-z0-9]+)* ;
SPACE   : [ \t\r\n]+ -> skip ;
