"""Given names and the ends of family names that are usual in Sweden: what makes two capitals a person and not a place."""

from __future__ import annotations

from macros.guard.words import words

GIVEN = frozenset(
    words(
        """
        Abbas Abdi Abdullah Abdullahi Ada Adam Adrian Agnes Agneta Ahmad Ahmed Aisha Albert Albin Aleksandra
        Alexander Alexandra Alf Alfred Ali Alice Alicia Alina Allan Alma Alva Alvin Amalia Amanda Amina Amir
        Anders Andrea Andreas André Anette Angelica Anita Ann Anna Annelie Annette Annica Annika Anton Arne Aron
        Arvid Asta Astrid August Axel Barbro Bashir Beatrice Bengt Benjamin Berit Bertil Birgit Birgitta Björn
        Bo Boel Bosse Britt Britta Börje Carin Carina Carl Carolin Carolina Caroline Cecilia Charlie Charlotta
        Charlotte Christer Christian Christina Christoffer Claes Clara Conny Cornelia Dagmar Dan Daniel Daniella
        David Denise Diana Doris Ebba Eddie Edith Edvard Edvin Elena Eleonor Eli Elias Elif Elin Elina Elisabet
        Elisabeth Elise Ella Ellen Elliot Elma Elsa Elsie Elvira Emanuel Emelie Emil Emilia Emily Emma Enya Eric
        Erik Erika Erland Ester Esther Eva Evelina Fadi Fatima Fatuma Felicia Felix Filip Filippa Folke Frank
        Frans Fredrik Freja Frida Fritz Gabriel Gabriella Georg Gerd Gertrud Ghazal Greta Gun Gunborg Gunhild
        Gunilla Gunnar Gunnel Gustaf Gustav Göran Gösta Habiba Hamza Hanna Hannah Hannes Hans Harald Harriet
        Harry Hasan Hassan Hedda Hedvig Helen Helena Helene Helge Henning Henrik Henry Herbert Hilda Hilma
        Holger Hugo Hussein Håkan Ibrahim Ida Idil Iman Inez Inga Ingegerd Ingela Inger Ingmar Ingrid Ingvar
        Irene Iris Isa Isabella Isabelle Isak Ivan Ivar Jack Jacob Jakob Jan Jana Jane Janne Jasmine Jennie
        Jennifer Jenny Jens Jerker Jesper Jessica Jimmy Joakim Joel Johan Johanna Johannes John Johnny Jonas
        Jonathan Jonna Josef Josefin Josefina Josefine Julia Julian Jörgen Kaj Kalle Karim Karin Karl Karolina
        Katarina Kenneth Kent Kerstin Kevin Khadija Khalid Kim Kjell Klara Klas Knut Konrad Krister Kristian
        Kristin Kristina Kristoffer Kurt Lars Lasse Lea Leif Leila Leja Lena Lennart Leo Leon Leona Liam Lilian
        Lilly Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Liv Loke Lotta Louise Lova Love Lovisa Lucas
        Ludvig Lukas Lykke Madeleine Magdalena Magnus Mahmoud Maj Maja Majken Malin Malte Malva Marcus Margareta
        Margaretha Margit Maria Mariam Marianne Marie Marina Marita Markus Marta Martin Mary Maryam Matilda Mats
        Mattias Max Maximilian Mehmet Melissa Melker Melvin Michael Mikael Mila Milo Milton Mira Miriam Moa
        Mohamed Mohammad Mohammed Mona Monica Monika Muhammad Mustafa Märta Måns Nadia Natalie Nathalie Nellie
        Nelly Niclas Nicole Niklas Nils Nina Noah Noel Noor Nora Nour Nova Novalie Ola Olga Oliver Olivia Olle
        Olof Olov Omar Osama Oscar Oskar Osman Otto Ove Owe Patricia Patrick Patrik Paul Paula Paulina Pauline
        Per Pernilla Peter Petra Petter Philip Pia Pontus Rachel Ragnar Ragnhild Rainer Ralf Rami Rana Rania
        Rasmus Rebecca Rebecka Reza Richard Rickard Rikard Robert Robin Roger Roland Rolf Ronja Ronny Rose Roya
        Rune Rut Ruth Saga Said Salma Salman Sam Samir Samira Samuel Sander Sandra Sanna Sara Sarah Sebastian
        Selma Siegfried Sigge Sigrid Sigvard Simon Simone Siri Sixten Sofia Sofie Sol Solveig Sonja Stefan
        Stella Sten Stig Stina Sture Sune Susanna Susanne Svante Svea Sven Sverker Sylvia Tage Tanja Tariq
        Teodor Terese Theo Theodor Therese Thomas Thor Tilda Tilde Tim Tindra Tobias Tom Tomas Tommy Tor
        Torbjörn Tore Torsten Tove Tuva Tyra Ulf Ulla Ulrica Ulrik Ulrika Uno Urban Ursula Vanessa Vera Veronica
        Victor Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm Ville Vilma Vincent Viola Viveca Walter
        Wilhelm William Wilma Wilmer Yasmin Yasmine Ylva Yngve Yonas Yusuf Yvonne Zahra Zainab Zara Zeinab Zoe
        Åke Åsa Örjan Östen
        """
    )
)
"""Given names that many have. A name that is not here is still met by its family name or by the word before it."""

FAMILY_ENDINGS = words("sson sdotter sen berg ström qvist kvist gren")
"""Ends of family names that places and companies seldom have."""
