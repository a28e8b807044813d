"""Why: the fragments of sentences that complete the messages about templates. Family TP: templates.

``{0}`` and ``{1}`` stand for what a reason is about. Each is typeset once, here; what is typed to the letter stands
between backquotes, as in messages.
"""

from __future__ import annotations

from typing import Final

from generator.messages.message import said

# The file.
LOCKED_OR_OLD: Final = said("fichier protégé par mot de passe ou ancien format .doc")
DAMAGED: Final = said("archive endommagée")
ENCRYPTED: Final = said("`{0}` est chiffré")
UNKNOWN_COMPRESSION: Final = said("`{0}` est compressé d’une manière inconnue de Word")
OCTETS: Final = said("{0} octets")
OCTETS_OF_XML: Final = said("{0} octets de XML")
OCTETS_UNPACKED: Final = said("{0} octets une fois décompressée")
MEMBER_UNPACKED: Final = said("{0} : {1} octets une fois décompressé")
MEMBERS: Final = said("{0} éléments")
TAGS_OF_XML: Final = said("{0} balises XML")
NO_DOCUMENT: Final = said("aucun document Word dans l’archive")
STRICT_DOCUMENT: Final = said("document au format Open XML strict")
WORD_TEMPLATE: Final = said("modèle Word (.dotx)")

# Its tags, as Jinja refuses them.
UNCLOSED_QUOTE: Final = said("un guillemet n’est pas refermé")
UNEXPECTED_CHARACTER: Final = said("caractère inattendu : « {0} »")
MISSING_BEFORE: Final = said("« {1} » manque avant « {0} »")
NAME_AFTER_DOT: Final = said("un nom est attendu après le point")
INSTEAD_OF: Final = said("« {1} » là où « {0} » était attendu")
INCOMPLETE: Final = said("l’expression est incomplète")
UNEXPECTED: Final = said("« {0} » est inattendu")
LOOP_IS_RESERVED: Final = said("`loop` est réservé aux boucles")
NOT_ASSIGNABLE: Final = said("« {0} » ne peut pas recevoir de valeur")
LETTER_OUT_OF_TEXT: Final = said("la lettre {0} n’a de sens que dans le texte d’un paragraphe")
NAME_EXPECTED: Final = said("un nom est attendu, qui reçoive la valeur")
LIST_OF_VALUES: Final = said("une virgule sépare deux valeurs")


# How to mend them.
WRITE: Final = said("écrivez « {0} »")
TAKE_IT_OUT: Final = said("retirez ce signe de la balise")
IN_A_CELL: Final = said("placez cette balise dans une cellule de tableau")
NO_LETTER: Final = said("écrivez la balise sans lettre")
CLOSE_QUOTE: Final = said("fermez le guillemet ; un texte avec une apostrophe se met entre guillemets doubles")
ADD_IT: Final = said("ajoutez « {1} » avant « {0} »")
COMPLETE_IT: Final = said("complétez la balise, ou supprimez-la")
ONE_NAME: Final = said(
    "une balise contient un nom sans espace, puis ses filtres ; les mots d’une condition sont `and`, `or`, `not`, `in`"
)
OTHER_NAME: Final = said("choisissez un autre nom")
ONE_VALUE: Final = said("une balise par valeur ; un nombre s’écrit avec un point décimal, et sans espace")
LETTER_FIRST: Final = said("un nom commence par une lettre, et n’a ni espace ni signe")
NAME_A_VALUE: Final = said("une valeur se nomme d’un mot : `{{% set nom = valeur %}}`")
WORD_FOR_EACH: Final = said('choisissez les mots : `{{{{ "oui" if condition else "non" }}}}`')
EACH_OF_LIST: Final = said("désignez l’un de ses éléments, ou parcourez-la : `{{% for x in liste %}} … {{% endfor %}}`")
NO_CLOCK: Final = said("un acte ne lit pas l’horloge : imprimez une date des données")
ROWS_OF_THEIR_OWN: Final = said(
    "donnez au début et à la fin du bloc une ligne chacun, l’une au-dessus, l’autre au-dessous de la ligne à répéter"
)
CELLS_OF_THEIR_OWN: Final = said(
    "donnez au début et à la fin du bloc une cellule chacun, l’une à gauche, l’autre à droite de la cellule à répéter"
)
INLINE_BLOCK: Final = said("dans une phrase, écrivez le bloc sans lettre : `{{% if … %}} … {{% endif %}}`")
JOIN_PARAGRAPHS: Final = said(
    "supprimez la marque de paragraphe qui coupe la balise, ou retapez la balise d’un seul tenant"
)
ADD_END: Final = said("ajoutez « {0} » là où le bloc finit")
TAKE_OUT_OR_OPEN: Final = said("supprimez cette balise, ou ouvrez avant elle le bloc « {0} »")
ONE_ELSE: Final = said("un bloc n’a qu’un `{{% else %}}`, après tous ses `{{% elif … %}}`")
FILTER_INSTEAD: Final = said("écrivez la valeur, puis le filtre : « {0} »")
VALUE_IS_READY: Final = said("la donnée arrive déjà mise en forme : imprimez-la telle quelle")
VALUE_IS_ESCAPED: Final = said("retirez ce filtre : une valeur s’imprime telle qu’elle est")
WALK_DATA: Final = said("une boucle parcourt une liste des données : `{{% for x in liste %}}`")
COMPUTE_IN_DATA: Final = said(
    'calculez la valeur dans les données, ou par un filtre : `{{{{ liste|sum(attribute="montant") }}}}`'
)
EMPTY_IS_NOT: Final = said("une valeur vide se teste sans mot : `{{% if not valeur %}}`")
GIVEN_IS_ALONE: Final = said("une valeur donnée se teste sans mot : `{{% if valeur %}}`")
METHODS_ARE: Final = said("appels admis : {0}")
LACKING_SOMEWHERE: Final = said(
    "elle manque à certains éléments, ou la liste est vide : complétez la donnée, ou testez-la par `{% if … %}`"
)
BAR_BEFORE_FILTER: Final = said("un filtre s’écrit après une barre, non après un point : `{{{{ nom|upper }}}}`")
BRACKETS_OF_FILTER: Final = said("mettez le filtre entre parenthèses avant le point : « {{{{ (liste|{0}){1} }}}} »")
ONLY_IN_LOOP: Final = said("« {0} » n’existe que dans sa boucle, « {1} » : placez la balise avant la fin de la boucle")
LOOP_IN_LOOP: Final = said(
    "`loop` n’existe que dans une boucle : placez la balise entre `{{% for … %}}` et `{{% endfor %}}`"
)
ACCEPT_REVISION: Final = said("acceptez ou refusez la révision (Révision > Accepter), puis revoyez le bloc")
TAKE_LINK_OFF: Final = said(
    "retirez le lien (clic droit, « Supprimer le lien hypertexte »), ou placez-y le bloc en entier"
)
ROWS_NOT_CELLS: Final = said(
    "placez le début et la fin du bloc au même niveau : dans une même cellule, ou, pour répéter ou retirer des lignes, "
    "par `{{%tr … %}}`, seules dans une ligne chacune"
)
NAME_OF_LOOP: Final = said("écrivez le nom que la boucle donne à chaque élément : `x` dans `{{% for x in liste %}}`")
VALUE_BEFORE_FILTER: Final = said("écrivez la valeur avant le filtre : « {{{{ nom|{0} }}}} »")
COMMENT_IS: Final = said("une note pour vous seul s’écrit « {{# … #}} » ; elle ne s’imprime pas")
BY_NUMBER: Final = said("écrivez « {0} » ; le premier élément a le numéro 0")
SECTION_OF_VALUE: Final = said(
    "écrivez « {{% if {0} %}} » pour une condition, « {{% for x in {0} %}} » pour parcourir une liste"
)
END_OF_SECTION: Final = said("écrivez « {{% endif %}} » ou « {{% endfor %}} », selon le bloc qui finit")
WITHOUT_HYPHENS: Final = said("un nom s’écrit sans trait d’union : « {0} » ; une soustraction, avec des espaces")
OTHER_CHARACTERS: Final = said("le même nom existe, écrit avec d’autres caractères : retapez-le, ou copiez « {0} »")

# Its fields.
A_FIELD: Final = said("un champ {0}")
WORD_FIELD: Final = said("un champ Word")
MERGE_FIELD: Final = said("un champ de fusion ({0})")
CONDITIONAL_FIELD: Final = said("un champ conditionnel ({0})")
LINK_FIELD: Final = said("un lien hypertexte ({0})")
REFERENCE_FIELD: Final = said("un renvoi ({0})")
DATE_FIELD: Final = said("un champ de date ({0})")
PROPERTY_FIELD: Final = said("un champ de propriété ({0})")

# Its expressions, as they fail.
DIFFERENT_NATURES: Final = said("des valeurs de nature différente ne se comparent pas")
NOT_AS_MANY_NAMES: Final = said("chaque élément n’a pas autant de valeurs que la balise donne de noms")
LIST_EXPECTED: Final = said("une liste est attendue")
UNKNOWN_FILTER_OR_TEST: Final = said("filtre ou test inconnu : « {0} »")
WHOLE_BOUNDS: Final = said("les bornes d’un extrait sont des nombres entiers")
PARAMETERS_OF_METHOD: Final = said("la méthode n’accepte pas ces paramètres")
DIVISION_BY_ZERO: Final = said("division par zéro")
UNFIT_VALUES: Final = said("les valeurs ne s’y prêtent pas")
UNFIT_FOR_FILTER: Final = said("le filtre « {0} » n’accepte pas {1}, ou pas ces paramètres")
NOT_TRANSFORMED: Final = said("un objet ne se transforme pas ({0})")
OBJECT_NOT_TRANSFORMED: Final = said(
    "un texte enrichi, une image ou un document ne se transforme pas : imprimez-le seul"
)
TEXT_OR_NUMBER_EXPECTED: Final = said("un texte ou un nombre était attendu, non « {0} »")
NO_NUMBER: Final = said("« {0} » n’est pas un nombre")
NOT_CUT: Final = said("un extrait se prend d’un texte ou d’une liste, et la valeur est {0}")
NOT_CALLED: Final = said("{0} ne s’appelle pas comme une fonction")
FORBIDDEN_NAME: Final = said("« {0} »")
HUGE_NUMBER: Final = said("nombre démesuré")
HUGE_TEXT: Final = said("texte démesuré")
HUGE_LIST: Final = said("liste démesurée")
HUGE_PRECISION: Final = said("précision démesurée")
HUGE_EXPONENT: Final = said("exposant démesuré")

# What is brought into it.
HOLDS_NOTE: Final = said("il contient une note")
HOLDS_SECTION: Final = said("il contient un saut de section")
HOLDS_STRANGER: Final = said("il contient un élément qui ne peut pas le suivre ({0})")
HOLDS_ELEMENT: Final = said("il contient un élément « {0} »")
TOO_MANY_CLAUSES: Final = said("le modèle inclut plus de {0} clauses")
ILL_FORMED_OBJECT: Final = said("son contenu est mal formé ({0})")
UNREADABLE_IMAGE: Final = said("l’image est illisible ({0})")
NOTHING_TO_SHOW: Final = said("le graphique n’a rien à montrer : il lui faut une catégorie et une série au moins")
NOT_AS_MANY_VALUES: Final = said("la série « {0} » du graphique n’a pas autant de valeurs qu’il y a de catégories")
UNFIT_NUMBER: Final = said("la série « {0} » du graphique contient {1}, qui ne se dessine pas")
UNFIT_LETTER: Final = said("un texte du graphique contient un caractère interdit dans un document Word ({0})")
UNFIT_SIZE: Final = said("le graphique aurait {0} mm de côté")
NO_ADDRESS: Final = said("le lien « {0} » n’est pas une adresse (donnez url_id=template.build_url_id(adresse))")
WRITTEN_AS: Final = said("{0}, qui s’écrit « {1} »")

# How to mend it.
SAVE_AS_TRANSITIONAL: Final = said(
    "enregistrez-le dans Word comme « Document Word (.docx) », non comme « Document Open XML strict »"
)
SAVE_AS_DOCUMENT: Final = said("enregistrez-le dans Word comme « Document Word (.docx) », non comme « Modèle Word »")
INCLUDE_ALONE: Final = said('écrivez `{{%p include "clause.docx" %}}`, seule dans son paragraphe')
JOIN_THE_LETTER: Final = said("collez la lettre à l’accolade : `{{%{0} … %}}`, sans « % » ni « }} » dans l’expression")
DID_YOU_MEAN: Final = said("vouliez-vous dire « {0} » ?")
STATEMENTS_ARE: Final = said("instructions admises : {0}")
NAMES_ARE: Final = said("admis : {0}")
CLAUSES_ARE: Final = said("clauses présentes : {0}")
NO_CLAUSE: Final = said("le dossier des clauses est vide ou absent")
