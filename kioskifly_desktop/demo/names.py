"""People, shops, streets and products of the demo. Prices in centavos, of late 2026."""

FIRST_NAMES = (
    "Marta", "Carlos", "Sofía", "Julián", "Norma", "Lautaro", "Estela", "Ramón", "Graciela",
    "Nicolás", "Verónica", "Hugo", "Silvia", "Matías", "Susana", "Facundo", "Elena", "Agustín",
    "Mónica", "Damián", "Yolanda", "Tomás", "Claudia", "Ezequiel", "Ángela", "Martín", "Rosa",
    "Joaquín", "Beatriz", "Gastón", "Nélida", "Iván", "Lorena", "Óscar", "Micaela", "Raúl",
    "Florencia", "Sebastián", "Adriana", "Maximiliano", "Haydée", "Brenda", "Walter", "Paola",
    "Emanuel", "Teresa", "Rubén", "Camila", "Néstor", "Rocío", "Germán", "Liliana", "Braian",
)  # fmt: skip
SURNAMES = (
    "Benítez", "Aguirre", "Ledesma", "Sosa", "Quiroga", "Giménez", "Córdoba", "Núñez", "Ibáñez",
    "Peralta", "Ferreyra", "Muñoz", "Acuña", "Domínguez", "Villalba", "Cáceres", "Ríos",
    "Maldonado",
    "Funes", "Bustos", "Ávila", "Toledo", "Zárate", "Oviedo", "Cabrera", "Moyano", "Luna", "Vera",
    "Páez", "Ludueña", "Heredia", "Farías", "Ponce", "Roldán", "Guzmán", "Barrionuevo", "Saavedra",
    "Nieto", "Correa", "Juárez", "Ñáñez", "D'Agostino", "Rossi", "Bianchi", "Schneider", "Pereyra",
)  # fmt: skip
TRADES = (
    "Taller", "Ferretería", "Peluquería", "Panadería", "Verdulería", "Gomería", "Librería",
    "Remisería", "Carnicería", "Lavadero", "Vivero", "Tapicería",
)  # fmt: skip
TRADE_NAMES = (
    "Hnos. Pereyra", "La Esquina", "San Cayetano", "Don Aldo", "El Trébol", "Los Andes", "Güemes",
    "Nueva Córdoba", "La Cañada", "Doña Pocha", "El Ñandú", "San Martín", "Belgrano", "Lo de Tito",
)  # fmt: skip
STREETS = (
    "Av. Colón", "Belgrano", "San Martín", "9 de Julio", "Peñaloza", "Av. Sabattini", "Rivadavia",
    "Obispo Trejo", "Chacabuco", "Bv. Illia", "Av. Vélez Sársfield", "Independencia", "La Rioja",
)  # fmt: skip
PRODUCTS = (
    ("Coca-Cola 2,25 L", 480_000),
    ("Coca-Cola 1,5 L", 380_000),
    ("Sprite 1,5 L", 360_000),
    ("Fanta lata 354 ml", 170_000),
    ("Agua Villavicencio 1,5 L", 190_000),
    ("Cerveza Quilmes 1 L", 390_000),
    ("Cerveza Brahma lata 473 ml", 220_000),
    ("Fernet Branca 450 ml", 1_250_000),
    ("Vino Toro tetra 1 L", 240_000),
    ("Alfajor Jorgito triple", 150_000),
    ("Alfajor Guaymallén", 60_000),
    ("Alfajor Havanna", 290_000),
    ("Chocolate Milka 55 g", 310_000),
    ("Turrón Arcor", 50_000),
    ("Chicle Beldent", 130_000),
    ("Caramelos Sugus", 90_000),
    ("Galletitas Oreo 118 g", 210_000),
    ("Galletitas Sonrisas", 180_000),
    ("Criollitas x3", 290_000),
    ("Papas Lay's 85 g", 330_000),
    ("Yerba Playadito 1 kg", 520_000),
    ("Yerba Amanda 500 g", 280_000),
    ("Azúcar Ledesma 1 kg", 160_000),
    ("Café La Virginia 170 g", 690_000),
    ("Leche La Serenísima 1 L", 210_000),
    ("Yogur Ser 190 g", 170_000),
    ("Manteca Sancor 200 g", 340_000),
    ("Pan francés 1 kg", 280_000),
    ("Fideos Matarazzo 500 g", 190_000),
    ("Arroz Gallo 1 kg", 290_000),
    ("Aceite Natura 900 ml", 390_000),
    ("Puré de tomate Arcor", 120_000),
    ("Atún La Campagnola", 360_000),
    ("Huevos x6", 260_000),
    ("Marlboro Box 20", 620_000),
    ("Philip Morris 20", 560_000),
    ("Lucky Strike 20", 590_000),
    ("Encendedor Bic", 190_000),
    ("Papel higiénico x4", 320_000),
    ("Lavandina Ayudín 1 L", 180_000),
    ("Detergente Magistral 300 ml", 310_000),
    ("Jabón en polvo Skip 800 g", 580_000),
    ("Pañales Pampers x8", 690_000),
    ("Pila AA Duracell x2", 380_000),
    ("Helado Frigor palito", 180_000),
)
COMPANIONS = (
    ("Fernet Branca 450 ml", "Coca-Cola 2,25 L"),
    ("Cerveza Quilmes 1 L", "Papas Lay's 85 g"),
    ("Yerba Playadito 1 kg", "Azúcar Ledesma 1 kg"),
    ("Café La Virginia 170 g", "Leche La Serenísima 1 L"),
    ("Fideos Matarazzo 500 g", "Puré de tomate Arcor"),
    ("Pan francés 1 kg", "Jamón cocido"),
    ("Jamón cocido", "Queso tybo"),
    ("Marlboro Box 20", "Encendedor Bic"),
)
"""What is often taken with what."""
